// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/request.hpp"
#include "cli/coverage.hpp"
#include "cli/program/command.hpp"
#include "cli/program/exit_status.hpp"
#include "cli/questions.hpp"

#include "audits/directory/registry.hpp"
#include "core/calendar.hpp"
#include "core/declaration/declaration.hpp"

#include <catch2/catch.hpp>

using namespace hygie;

namespace {

core::Result<cli::Arguments> parse(const std::vector<std::string>& words) {
  return cli::parse_arguments(words, cli::find_command("audit")->options);
}

core::Result<cli::AuditRequest> request(const std::vector<std::string>& words) {
  static const auto catalogue = directory::catalogue();
  const auto arguments = parse(words);
  REQUIRE(arguments);
  return cli::audit_request(*arguments, *catalogue);
}

}  // namespace

TEST_CASE("options are GNU's: anywhere, short or long, ended by --", "[options]") {
  const auto arguments =
      parse({"directory", "-o", "json=-", "--output=html=a.html", "-cx.yaml", "--dry-run", "--", "--odd"});
  REQUIRE(arguments);
  CHECK(arguments->values("output") == std::vector<std::string>{"json=-", "html=a.html"});
  CHECK(arguments->value("config") == "x.yaml");
  CHECK(arguments->has("dry-run"));
  CHECK(arguments->positional() == std::vector<std::string>{"directory", "--odd"});
}

TEST_CASE("lists split at commas and add up", "[options]") {
  const auto arguments = parse({"--only", "A,B", "--only", ",C,"});
  REQUIRE(arguments);
  CHECK(arguments->list("only") == std::vector<std::string>{"A", "B", "C"});
}

TEST_CASE("what is wrong on the command line is a usage error with a mend", "[options]") {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--onyl", "A"},
                                                {"--save"},
                                                {"--save=a", "--save=b"},
                                                {"--fail-on", "hi"},
                                                {"--offline=1"},
                                                {"-z"}}) {
    const auto arguments = parse(words);
    REQUIRE_FALSE(arguments);
    CHECK(arguments.error().code == core::ErrorCode::usage);
    CHECK(cli::exit_status(arguments.error().code) == 2);
  }
}

TEST_CASE("a request is understood whole", "[options]") {
  const auto one =
      request({"directory", "-o", "json=-", "--only", "dir-krbtgt-age", "--fail-on", "none", "--timeout", "60"});
  REQUIRE(one);
  CHECK(one->domains.contains("directory"));
  CHECK(one->selected("DIR-KRBTGT-AGE"));
  CHECK_FALSE(one->selected("DIR-OTHER"));
  CHECK_FALSE(one->fail_on);
  CHECK(one->timeout.count() == 60);
  CHECK(request({})->fail_on == core::Severity::high);
}

TEST_CASE("a request that makes no sense is refused", "[options]") {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"directry"},
                                                {"-o", "html"},
                                                {"-o", "html="},
                                                {"-o", "htlm=x"},
                                                {"-o", "json=-", "-o", "html=-"},
                                                {"-o", "json=x", "-o", "html=x"},
                                                {"--only", "DIR-NOTHING"},
                                                {"--timeout", "0"},
                                                {"--timeout", "soon"},
                                                {"--save", "a", "--from", "b"},
                                                {"--dry-run", "--from", "b"}}) {
    CAPTURE(words);
    const auto one = request(words);
    REQUIRE_FALSE(one);
    CHECK(one.error().code == core::ErrorCode::usage);
  }
}

TEST_CASE("every command says what it is for, by example", "[options]") {
  for (const auto& command : cli::commands()) {
    CAPTURE(command.name);
    CHECK(command.run != nullptr);
    CHECK_FALSE(command.examples.empty());
    CHECK(std::string(command.summary).size() > 10);
    const auto help = cli::command_help(command);
    for (const auto& option : command.options) CHECK_THAT(help, Catch::Contains(std::string("--") + option.name));
  }
}

TEST_CASE("what init writes validates, whatever the answers hold", "[init]") {
  const auto catalogue = directory::catalogue();
  REQUIRE(catalogue);
  const auto today = *core::parse_date("2026-11-25");
  CHECK(core::parse_declaration(cli::declaration_text({}, today), "hospital.yaml", *catalogue));
  cli::Answers odd;
  odd.name = "CH \"des\\ Îles\": #1, {x}";
  odd.finess = "none";
  odd.by = "Directrice: générale";
  odd.reader = "HOPITAL\\lecteur";
  const auto read = core::parse_declaration(cli::declaration_text(odd, today), "hospital.yaml", *catalogue);
  REQUIRE(read);
  CHECK(read->establishment.name == odd.name);
  CHECK(read->directories[0].bind.user == odd.reader);
}

TEST_CASE("coverage counts each point once, and the catalogue names none that the lists lack", "[coverage]") {
  const auto catalogue = directory::catalogue();
  const auto coverage = cli::coverage_of(*catalogue);
  REQUIRE(coverage);
  CHECK(coverage->anssi.size() == 76);
  CHECK(coverage->pingcastle.size() == 187);
  CHECK(coverage->unknown == std::vector<std::string>{});
  for (const auto& point : coverage->anssi) CHECK_FALSE(point.title.fr.empty());
}
