// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/declaration.hpp"

#include "core/calendar.hpp"
#include "core/schema.hpp"
#include "core/yaml.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace hygie;

namespace {

constexpr const char* catalogue_json =
    R"([{"id":"DIR-TEST-AGE","domain":"directory","theme":"x","severity":"high","level":2,
  "params":{"days":{"type":"integer","default":10,"minimum":1,"maximum":100},"words":{"type":"list","default":["a"]},"word":{"type":"text","default":"w"}},
  "references":{"anssi":["vuln_krbtgt"]},
  "title":{"fr":"t","en":"t"},"risk":{"fr":"r","en":"r"},"remediation":{"fr":"m","en":"m"},"message":{"fail":{"fr":"f","en":"f"}}}])";

const core::Catalogue& catalogue() {
  static const auto parsed = core::Catalogue::parse(catalogue_json);
  return *parsed;
}

constexpr const char* establishment = R"(establishment: {name: "CH Exemple", finess: "750000002", category: ch})";
constexpr const char* authorisation =
    R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory], addresses: [192.0.2.0/24]})";
constexpr const char* directory =
    R"(directory: [{name: exemple.test, url: "ldaps://dc1.exemple.test", bind: {method: gssapi}}])";

/// A declaration in which one of the three sections is another.
std::string with(const std::string& changed) {
  std::string out = "hygie: 1\n";
  for (const std::string section : {establishment, authorisation, directory})
    if (section.substr(0, section.find(':')) != changed.substr(0, changed.find(':'))) out += section + "\n";
  return out + changed + "\n";
}

core::Checked<core::Declaration> parse(const std::string& text) {
  return core::parse_declaration(text, "f.yaml", catalogue());
}

/// Everything that is wrong, one line each.
std::string complaints(const std::string& text) {
  const auto result = parse(text);
  std::string out;
  if (!result)
    for (const auto& error : result.error()) out += error.where + ": " + error.what + " | " + error.hint + "\n";
  return out;
}

}  // namespace

TEST_CASE("a declaration is understood, with its paths beside it", "[declaration]") {
  const auto text = with(R"(directory:
  - {name: a.test, url: "ldap://dc1.exemple.test", starttls: true, ca: ca.pem, bind: {method: simple, user: u, password_file: secret}, sysvol: smb}
  - {name: b.test, import: {format: ldif, path: /srv/b.ldif}}
exposure: {addresses: [192.0.2.0/28], ports: [22, 443], rate: 10, domains: [exemple.test], inventory: i.yaml}
remote_access: register.yaml
waivers: waivers.yaml
store: hygie.db
thresholds: {DIR-TEST-AGE: {days: 50, words: [x, y], word: z}})");
  const auto read = core::parse_declaration(text, "folder/hospital.yaml", catalogue());
  REQUIRE(read);
  CHECK(read->establishment.name == "CH Exemple");
  CHECK(read->establishment.finess == "750000002");
  CHECK(core::format_date(read->authorisation.until) == "2026-12-31");
  REQUIRE(read->directories.size() == 2);
  CHECK(read->directories[0].ca == "folder/ca.pem");
  CHECK(read->directories[0].bind.password_file == "folder/secret");
  CHECK(read->directories[0].starttls);
  CHECK(read->directories[0].sysvol == "smb");
  CHECK(read->directories[0].is_live());
  CHECK(read->directories[1].import_path == "/srv/b.ldif");
  CHECK_FALSE(read->directories[1].is_live());
  CHECK(read->waivers == "folder/waivers.yaml");
  CHECK(read->store == "folder/hygie.db");
  CHECK(read->declared == std::set<std::string, std::less<>>{"directory", "exposure", "remote-access"});
  const auto params = core::params_for(*catalogue().find("DIR-TEST-AGE"), *read);
  CHECK(params.integer("days") == 50);
  CHECK(params.list("words") == std::vector<std::string>{"x", "y"});
  CHECK(params.text("word") == "z");
}

TEST_CASE("a store that is an address is kept as it is", "[declaration]") {
  const auto read =
      core::parse_declaration(with("store: postgresql://db.exemple.test/hygie"), "folder/hospital.yaml", catalogue());
  REQUIRE(read);
  CHECK(read->store == "postgresql://db.exemple.test/hygie");
}

TEST_CASE("every key takes good values and refuses bad ones", "[declaration]") {
  struct Row {
    const char* good;
    const char* bad;
    const char* says;
  };
  const auto row = GENERATE(
      Row{R"(establishment: {name: "É", finess: "2A0000006", category: chu})",
          R"(establishment: {name: "", finess: "750000002", category: ch})", "this is empty"},
      Row{R"(establishment: {name: X, finess: 750000002, category: ch})",
          R"(establishment: {name: X, finess: "75000000", category: ch})", "nine characters, this one has 8"},
      Row{R"(establishment: {name: X, finess: none, local_id: site-1, category: esms})",
          R"(establishment: {name: X, finess: none, category: esms})", "a local id is needed"},
      Row{R"(establishment: {name: X, finess: "750000002", category: ch, ose: true})",
          R"(establishment: {name: X, finess: "750000002", category: ch, ose: oui})", "true or false is expected"},
      Row{R"(establishment: {name: X, finess: "750000002", category: ch, nis2: important})",
          R"(establishment: {name: X, finess: "750000002", category: ch, nis2: importante})",
          "did you mean \"important\""},
      Row{R"(establishment: {name: X, finess: "750000002", category: ch, group: G, region: R})",
          R"(establishment: {name: X, finess: "750000002", category: ch, group: [G]})",
          "here stands a list, but text is expected"},
      Row{R"(establishment: {name: X, finess: "750000002", category: autre})",
          R"(establishment: {name: X, finess: "750000002", local_id: a, category: ch})",
          "local_id stands beside a FINESS number"},
      Row{R"(establishment: {name: X, finess: "750000002", category: ehpad})",
          R"(establishment: {name: X, finess: "7500OO002", category: ch})", "made of digits"},
      Row{R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-01-01, covers: [directory], addresses: [192.0.2.1]})",
          R"(authorisation: {by: DG, from: 2026-01-02, until: 2026-01-01, covers: [directory], addresses: [192.0.2.1]})",
          "ends before it begins"},
      Row{R"(authorisation: {by: DG, from: 2028-02-29, until: 2028-12-31, covers: [directory], addresses: [192.0.2.1]})",
          R"(authorisation: {by: DG, from: 2026-02-29, until: 2026-12-31, covers: [directory], addresses: [192.0.2.1]})",
          "not a day of the calendar"},
      Row{R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [backup], addresses: ["2001:db8::/32"]})",
          R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [], addresses: [192.0.2.1]})",
          "this list is empty"},
      Row{R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [remote-access], addresses: [192.0.2.1]})",
          R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [remote_access], addresses: [192.0.2.1]})",
          "did you mean \"remote-access\""},
      Row{R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory], addresses: [0.0.0.0/0]})",
          R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory], addresses: [192.0.2.0/33]})",
          "neither an address nor a network"},
      Row{R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory], addresses: [192.0.2.1], exclude: [192.0.2.9]})",
          R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory], addresses: [192.0.2.1], exclude: [dc1]})",
          "neither an address nor a network"},
      Row{R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory], addresses: [192.0.2.1], domains: [exemple.test]})",
          R"(authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory], addresses: [192.0.2.1], domains: ["*.test"]})",
          "does not have the form"},
      Row{R"(directory: [{name: a.test, url: "ldaps://[2001:db8::1]:636", bind: {method: anonymous}}])",
          R"(directory: [{name: a.test, url: "ldaps://dc1/o=x", bind: {method: anonymous}}])",
          "is not the address of a directory"},
      Row{R"(directory: [{name: a.test, url: "ldapi://%2Fvar%2Frun%2Fldapi", bind: {method: external}}])",
          R"(directory: [{name: a.test, url: "ldap://me@dc1", bind: {method: anonymous}}])",
          "is not the address of a directory"},
      Row{R"(directory: [{name: a.test, url: "ldap://dc1", starttls: true, bind: {method: anonymous}}])",
          R"(directory: [{name: a.test, url: "ldaps://dc1", starttls: true, bind: {method: anonymous}}])",
          "starttls goes with ldap:// alone"},
      Row{R"(directory: [{name: a.test, import: {format: oradad, path: x}}])",
          R"(directory: [{name: a.test, import: {format: ldiff, path: x}}])", "did you mean \"ldif\""},
      Row{R"(directory: [{name: a.test, import: {format: bloodhound, path: x}}])",
          R"(directory: [{name: a.test, import: {format: ldif}}])", "the key \"path\" is missing"},
      Row{R"(directory: [{name: a.test, import: {format: adexplorer, path: x}}])",
          R"(directory: [{name: a.test, import: {format: ldif, path: x}, url: "ldap://dc1", bind: {method: anonymous}}])",
          "url and import exclude each other"},
      Row{R"(directory: [{name: a.test, import: {format: ldif, path: x}, sysvol: sysvol/}])",
          R"(directory: [{name: a.test}])", "a directory needs url or import"},
      Row{R"(directory: [{name: a.test, import: {format: ldif, path: x}, sysvol: none}])",
          R"(directory: [{name: a.test, import: {format: ldif, path: x}, bind: {method: gssapi}}])",
          "has no sense with import"},
      Row{R"(directory: [{name: a.test, import: {format: ldif, path: x}}, {name: b.test, import: {format: ldif, path: y}}])",
          R"(directory: [{name: a.test, import: {format: ldif, path: x}}, {name: a.test, import: {format: ldif, path: y}}])",
          "declared twice"},
      Row{R"(directory: [{name: a.test, url: "ldaps://dc1", bind: {method: simple, user: u, password_file: p}}])",
          R"(directory: [{name: a.test, url: "ldaps://dc1", bind: {method: simple, user: u}}])",
          "needs the key \"password_file\""},
      Row{R"(directory: [{name: a.test, url: "ldaps://dc1", bind: {method: gssapi, ccache: c}}])",
          R"(directory: [{name: a.test, url: "ldaps://dc1", bind: {method: gssapi, password_file: p}}])",
          "has no sense with the method gssapi"},
      Row{R"(directory: [{name: a.test, url: "ldaps://dc1", bind: {method: gssapi, keytab: k, user: u}}])",
          R"(directory: [{name: a.test, url: "ldaps://dc1", bind: {method: gssapi, keytab: k, ccache: c}}])",
          "exclude each other"},
      Row{R"(directory: [{name: a.test, url: "ldaps://dc1", bind: {method: external}}])",
          R"(directory: [{name: a.test, url: "ldaps://dc1"}])", "the key \"bind\" is missing"},
      Row{R"(directory: [{name: a.test, url: "ldaps://dc1", ca: ca.pem, bind: {method: anonymous}}])",
          R"(directory: [])", "this list is empty"},
      Row{R"(exposure: {ports: all})", R"(exposure: {ports: some})", "does not have the form"},
      Row{R"(exposure: {ports: [1, 65535]})", R"(exposure: {ports: [0]})", "too small"},
      Row{R"(exposure: {rate: 1})", R"(exposure: {rate: 0})", "too small"},
      Row{R"(exposure: {inventory: i.yaml})", R"(exposure: {inventry: i.yaml})", "did you mean \"inventory\""},
      Row{R"(exposure: {window: "22:00-06:00"})", R"(exposure: {window: "24:00-06:00"})", "does not have the form"},
      Row{R"(exposure: {window: "00:00-00:01"})", R"(exposure: {window: "06:00-06:00"})", "this window is empty"},
      Row{R"(exposure: {resolver: 192.0.2.53})", R"(exposure: {resolver: 192.0.2.0/24})", "is not an address"},
      Row{R"(exposure: {resolver: "2001:db8::53"})", R"(exposure: {resolver: dns.exemple.test})", "is not an address"},
      Row{R"(exposure: {vantage: internal})", R"(exposure: {vantage: inside})", "unknown value"},
      Row{R"(exposure: {dkim: [s2026]})", R"(exposure: {dkim: ["s 2026"]})", "does not have the form"},
      Row{R"(exposure: {domains: [a.test], dkim: {a.test: [s2026, s2027]}})",
          R"(exposure: {domains: [a.test], dkim: {b.test: [s2026]}})", "is not one of the domains audited"},
      Row{R"(exposure: {domains: [a.test], dkim: {a.test: []}})",
          R"(exposure: {domains: [a.test], dkim: {a.test: ["s 2026"]}})", "does not have the form"},
      Row{R"(exposure: {dkim: []})", R"(exposure: {dkim: s2026})", "a list or keys and values is expected"},
      Row{R"(exposure: {domains: [a.test], dkim: {a.test: [x]}})",
          R"(exposure: {domains: [a.test], dkim: {a.test: x}})", "a list is expected"},
      Row{R"(exposure: {web_signs: s.yaml, recog: [a.xml]})", R"(exposure: {recog: a.xml})", "a list is expected"},
      Row{R"(exposure: {proxy_listener: "192.0.2.1:65535"})", R"(exposure: {proxy_listener: "192.0.2.1:65536"})",
          "is not an address and a port"},
      Row{R"(exposure: {proxy_listener: "192.0.2.1:80"})", R"(exposure: {proxy_listener: "0.0.0.0:80"})",
          "is not an address and a port"},
      Row{R"(exposure: {proxy_listener: "[2001:db8::1]:1"})", R"(exposure: {proxy_listener: "[::]:80"})",
          "is not an address and a port"},
      Row{R"(exposure: {proxy_listener: "[2001:db8::1]:1"})", R"(exposure: {proxy_listener: "2001:db8::1:80"})",
          "is not an address and a port"},
      Row{R"(exposure: {names: usual})", R"(exposure: {names: all})", "unknown value"},
      Row{R"(remote_access: r.yaml)", R"(remote_access: [])", "text is expected"},
      Row{R"(workstation: w.yaml)", R"(workstation: "")", "this is empty"},
      Row{R"(backup: b.yaml)", R"(backup: 3)", "text is expected"},
      Row{R"(exercises: e/)", R"(exercise: e/)", "did you mean \"exercises\""},
      Row{R"(waivers: w.yaml)", R"(waivers: [{check: X}])", "text is expected"},
      Row{R"(store: s.db)", R"(store: {})", "text is expected"},
      Row{R"(thresholds: {DIR-TEST-AGE: {days: 100}})", R"(thresholds: {DIR-TEST-AGE: {days: 101}})",
          "too large: at most 100"},
      Row{R"(thresholds: {DIR-TEST-AGE: {days: 1}})", R"(thresholds: {DIR-TEST-AGE: {days: 0}})",
          "too small: at least 1"},
      Row{R"(thresholds: {DIR-TEST-AGE: {words: []}})", R"(thresholds: {DIR-TEST-AGE: {words: x}})",
          "a list is expected"},
      Row{R"(thresholds: {DIR-TEST-AGE: {word: x}})", R"(thresholds: {DIR-TEST-AGE: {word: 3}})", "text is expected"},
      Row{R"(thresholds: {})", R"(thresholds: {DIR-TEST-AEG: {days: 1}})", "did you mean \"DIR-TEST-AGE\""},
      Row{R"(thresholds: {DIR-TEST-AGE: {}})", R"(thresholds: {DIR-TEST-AGE: {day: 1}})", "did you mean \"days\""},
      Row{R"(thresholds: {DIR-TEST-AGE: {days: 7}})", R"(thresholds: {DIR-TEST-AGE: {days: a week}})",
          "a whole number is expected"});
  CAPTURE(row.good, row.bad);
  CHECK(complaints(with(row.good)).empty());
  const auto said = complaints(with(row.bad));
  CHECK_THAT(said, Catch::Contains(row.says));
  CHECK(parse(with(row.bad)).error().front().where.starts_with("f.yaml:"));
}

TEST_CASE("a password is never accepted in the file, nor repeated", "[declaration]") {
  const auto said = complaints(
      with(R"(directory: [{name: a.test, url: "ldaps://dc1", bind: {method: simple, user: u, password: hunter2}}])"));
  CHECK_THAT(said, Catch::Contains("the key \"password\" is not allowed here"));
  CHECK_THAT(said, Catch::Contains("password_file"));
  CHECK_THAT(said, !Catch::Contains("hunter2"));
}

TEST_CASE("a directory over the network needs addresses in the authorisation", "[declaration]") {
  const auto said =
      complaints(with("authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory]}"));
  CHECK_THAT(said, Catch::Contains("names no address"));
}

TEST_CASE("all mistakes are told, in the order of the lines", "[declaration]") {
  const auto result =
      parse("hygie: 1\nestablishment: {name: X, finess: \"750000003\", category: hc}\nautorisation: {}\nstore: 3\n");
  REQUIRE_FALSE(result);
  std::vector<std::string> places;
  for (const auto& error : result.error()) places.push_back(error.where);
  CHECK(places == std::vector<std::string>{"f.yaml:1:1", "f.yaml:2:34", "f.yaml:2:57", "f.yaml:3:1", "f.yaml:4:8"});
}

TEST_CASE("the schema alone accepts what we accept", "[declaration]") {
  const auto document = core::parse_yaml(with("store: hygie.db"), "f.yaml");
  REQUIRE(document);
  CHECK(core::validate_schema(*document->value, core::schema_text("declaration")).empty());
  const auto bad = core::parse_yaml(with("stor: hygie.db"), "f.yaml");
  REQUIRE(bad);
  CHECK_FALSE(core::validate_schema(*bad->value, core::schema_text("declaration")).empty());
}

TEST_CASE("A declaration saved in a Windows code page is refused where its first accent stands", "[declaration]") {
  const auto read = core::parse_declaration("hygie: 1\nestablishment: {name: \"H\xF4pital\"}\n", "f.yaml", catalogue());
  REQUIRE_FALSE(read);
  CHECK(read.error().front().where == "f.yaml:2:25");
  CHECK(read.error().front().what == "this character is not in UTF-8");
  CHECK(core::parse_declaration(with("store: \"H\xC3\xB4pital.db\""), "f.yaml", catalogue()));
  // cut in the middle of a character, a long form, a surrogate; an escape of which the YAML reader makes a byte that is
  // no character; a byte that is no text
  for (const auto* text : {"a: \xC3", "a: \xC0\xAF", "a: \xED\xA0\x80", "a: \"x\\Ny\"", "a: x\x07y"})
    CHECK_FALSE(core::parse_yaml(text, "f.yaml"));
}

TEST_CASE("A mistake quotes the beginning of a very long value", "[declaration]") {
  const auto found =
      complaints(with("authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory], addresses: [" +
                      std::string(100'000, '1') + "]}"));
  CHECK(found.size() < 4000);
  CHECK(found.find("…") != std::string::npos);
}

TEST_CASE("an exposure without addresses or domains is all that is authorised", "[declaration]") {
  const auto all = parse(with("exposure: {}")).value();
  CHECK(all.exposure->addresses == all.authorisation.addresses);
  const auto some = parse(with("exposure: {addresses: [192.0.2.7], window: \"22:00-06:30\"}")).value();
  CHECK(some.exposure->addresses == std::vector<std::string>{"192.0.2.7"});
  CHECK(some.exposure->log == "hygie-actions.log");
  const auto window = *some.exposure->window;
  CHECK(window.holds(22 * 60));
  CHECK(window.holds(6 * 60 + 29));
  CHECK_FALSE(window.holds(6 * 60 + 30));
  CHECK_FALSE(window.holds(12 * 60));
}
