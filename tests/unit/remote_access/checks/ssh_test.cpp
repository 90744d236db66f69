// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/declarations.hpp"
#include "tests/support/remote_access_cases.hpp"

using namespace hygie;
using remote_access::Observation;
using remote_access::Outcome;
using remote_access::RemoteAccessFacts;
using remote_access::Said;
using remote_access::SshDoor;
using remote_access::SshGroup;
using remote_access::SshKey;
using test::at_day;
using test::hold_door_cases;
using enum core::Verdict;

namespace {

const Observation lost{Outcome::unknown, "timeout"};
const Observation refused{Outcome::absent, "unreachable"};

void unheard(SshDoor& door) { door.reached = door.speaks = door.lists = lost; }
void shut(SshDoor& door) {
  door.reached = refused;
  door.speaks = door.lists = {Outcome::unknown, "unreachable"};
}
std::function<void(SshDoor&)> adding(std::vector<std::string> SshDoor::*list, const char* name) {
  return [=](SshDoor& door) { (door.*list).emplace_back(name); };
}

}  // namespace

TEST_CASE("A closed access answers no more", "[remote_access][ssh]") {
  const auto closed = [](const std::function<void(SshDoor&)>& change) {
    auto facts = test::sound_accesses();
    test::first_access(facts).closed = Said::yes;
    change(facts.ssh.front());
    return test::verdict("RAC-SSH-CLOSED-ANSWERS", facts);
  };
  CHECK(closed([](SshDoor&) {}) == fail);
  CHECK(closed(&shut) == pass);
  CHECK(closed(&unheard) == unknown);
  auto facts = test::sound_accesses();
  CHECK(test::verdict("RAC-SSH-CLOSED-ANSWERS", facts) == not_applicable);
  test::first_access(facts).expires = at_day("2026-11-24");
  CHECK(test::verdict("RAC-SSH-CLOSED-ANSWERS", facts) == fail);
  auto second = test::first_access(facts);
  second.id = "TM-2";
  second.expires = at_day("2027-01-01");
  facts.declared.accesses.push_back(second);
  facts.ssh.front().accesses.emplace_back("TM-2");
  CHECK(test::verdict("RAC-SSH-CLOSED-ANSWERS", facts) == not_applicable);
}

TEST_CASE("A door is there, speaks SSH, and version 2 of it", "[remote_access][ssh]") {
  hold_door_cases("RAC-SSH-DEAD", {{"refused", &shut, fail}, {"unheard", &unheard, unknown}});
  hold_door_cases("RAC-SSH-OTHER-SERVICE", {{"another",
                                             [](SshDoor& d) {
                                               d.speaks = {Outcome::absent, "not-ssh"};
                                             },
                                             fail},
                                            {"mute", [](SshDoor& d) { d.speaks = lost; }, unknown},
                                            {"refused", &shut, not_applicable}});
  const auto says = [](const char* line) { return [=](SshDoor& door) { door.identification = line; }; };
  hold_door_cases("RAC-SSH-PROTOCOL-1", {{"1.99", says("SSH-1.99-Cisco-1.25"), fail},
                                         {"1.5", says("SSH-1.5-old"), fail},
                                         {"unheard", &unheard, unknown},
                                         {"refused", &shut, not_applicable}});
  hold_door_cases("RAC-SSH-NO-BANNER", {{"none", [](SshDoor& d) { d.banner.clear(); }, fail},
                                        {"no account was asked",
                                         [](SshDoor& d) {
                                           d.banner.clear();
                                           d.sign_ins.clear();
                                         },
                                         unknown}});
}

TEST_CASE("What a door lists is judged name by name, in both directions", "[remote_access][ssh]") {
  hold_door_cases("RAC-SSH-EXCHANGE-WEAK",
                  {{"group 1", adding(&SshDoor::exchanges, "diffie-hellman-group1-sha1"), fail},
                   {"a NIST curve", adding(&SshDoor::exchanges, "ecdh-sha2-nistp256"), pass},
                   {"unheard", &unheard, unknown},
                   {"lists not read", [](SshDoor& d) { d.lists = lost; }, unknown}});
  hold_door_cases("RAC-SSH-EXCHANGE-AGEING",
                  {{"group 14", adding(&SshDoor::exchanges, "diffie-hellman-group14-sha256"), fail}});
  hold_door_cases("RAC-SSH-HOST-KEY-WEAK", {{"DSA", adding(&SshDoor::host_keys, "ssh-dss"), fail}});
  hold_door_cases("RAC-SSH-CIPHER-WEAK", {{"3DES to it", adding(&SshDoor::ciphers_in, "3des-cbc"), fail},
                                          {"3DES from it", adding(&SshDoor::ciphers_out, "3des-cbc"), fail}});
  hold_door_cases("RAC-SSH-CIPHER-AGEING", {{"CBC", adding(&SshDoor::ciphers_in, "aes128-cbc"), fail}});
  hold_door_cases("RAC-SSH-MAC-WEAK", {{"MD5", adding(&SshDoor::macs_out, "hmac-md5"), fail}});
  hold_door_cases("RAC-SSH-MAC-AGEING", {{"SHA-1", adding(&SshDoor::macs_in, "hmac-sha1"), fail}});
  hold_door_cases("RAC-SSH-UNKNOWN-ALGORITHM", {{"new", adding(&SshDoor::macs_in, "hmac-new"), fail},
                                                {"an empty name", adding(&SshDoor::macs_in, ""), pass}});
  hold_door_cases("RAC-SSH-NOT-QUANTUM-SAFE",
                  {{"none", [](SshDoor& d) { d.exchanges = {"curve25519-sha256"}; }, fail}});
  hold_door_cases("RAC-SSH-COMPRESSION", {{"zlib", adding(&SshDoor::compressions_out, "zlib"), fail}});
}

TEST_CASE("A profile says which verdict counts", "[remote_access][ssh]") {
  auto facts = test::sound_accesses();
  facts.ssh.front().exchanges.emplace_back("ecdh-sha2-nistp256");
  core::Params params;
  params.set("profile", std::string("ssh-audit"));
  CHECK(remote_access::ssh_exchange_weak(facts, params).front().verdict == fail);
  params.set("profile", std::string("anssi"));
  CHECK(remote_access::ssh_exchange_weak(facts, params).front().verdict == pass);
}

TEST_CASE("Terrapin needs a cipher that suffers from it, and no strict exchange", "[remote_access][ssh]") {
  const auto lax = [](const std::function<void(SshDoor&)>& change) {
    return [=](SshDoor& door) {
      door.exchanges.pop_back();
      change(door);
    };
  };
  const auto cbc = [](SshDoor& door) {
    door.ciphers_in = {"aes256-ctr"};
    door.ciphers_out = {"aes128-cbc"};
  };
  hold_door_cases("RAC-SSH-TERRAPIN",
                  {{"ChaCha20", lax([](SshDoor&) {}), fail},
                   {"CBC with encrypt-then-MAC", lax(cbc), fail},
                   {"CBC without", lax([&](SshDoor& d) {
                      cbc(d);
                      d.macs_in = d.macs_out = {"hmac-sha2-256"};
                    }),
                    pass},
                   {"neither", lax([](SshDoor& d) { d.ciphers_in = d.ciphers_out = {"aes256-ctr"}; }), pass}});
}

TEST_CASE("Groups are judged by what was given", "[remote_access][ssh]") {
  const auto bits = [](unsigned value) { return [=](SshDoor& door) { door.groups.front().bits = value; }; };
  hold_door_cases("RAC-SSH-GROUP-SMALL",
                  {{"2047", bits(2047), fail},
                   {"2048", bits(2048), pass},
                   {"not given", [](SshDoor& d) { d.groups.front().given = lost; }, unknown},
                   {"not asked", [](SshDoor& d) { d.groups.clear(); }, unknown},
                   {"the small question alone",
                    [](SshDoor& d) {
                      d.groups = {SshGroup{"x", 1024, 1024, 1024, 2048}};
                    },
                    unknown},
                   {"not offered", [](SshDoor& d) { d.exchanges = {"curve25519-sha256"}; }, not_applicable}});
  hold_door_cases("RAC-SSH-GROUP-AGEING", {{"3071", bits(3071), fail}, {"3072", bits(3072), pass}});
}

TEST_CASE("Keys have the size and the print that they should", "[remote_access][ssh]") {
  const auto rsa = [](unsigned bits) {
    return [=](SshDoor& door) {
      door.keys.front().type = "ssh-rsa";
      door.keys.front().bits = bits;
    };
  };
  hold_door_cases("RAC-SSH-RSA-SMALL", {{"2047", rsa(2047), fail},
                                        {"2048", rsa(2048), pass},
                                        {"not seen", [](SshDoor& d) { d.keys.front().seen = lost; }, unknown},
                                        {"refused", &shut, not_applicable}});
  hold_door_cases("RAC-SSH-RSA-AGEING", {{"3071", rsa(3071), fail}, {"3072", rsa(3072), pass}});
  hold_door_cases("RAC-SSH-FINGERPRINT", {{"another", [](SshDoor& d) { d.keys.front().sha256 = "SHA256:other"; }, fail},
                                          {"none that we can ask for", [](SshDoor& d) { d.keys.clear(); }, unknown},
                                          {"not seen", [](SshDoor& d) { d.keys.front().seen = lost; }, unknown}});
  auto facts = test::sound_accesses();
  test::first_access(facts).door.host_keys.clear();
  CHECK(test::verdict("RAC-SSH-FINGERPRINT", facts) == not_applicable);
}

TEST_CASE("A key is one machine's", "[remote_access][ssh]") {
  auto facts = test::sound_accesses();
  facts.ssh.push_back(facts.ssh.front());
  CHECK(test::verdict("RAC-SSH-KEY-SHARED", facts) == pass);  // another address of the same name
  facts.ssh.back().host = "192.0.2.11";
  CHECK(test::verdict("RAC-SSH-KEY-SHARED", facts) == fail);
  facts.ssh.back().keys.front().sha256 = "SHA256:other";
  CHECK(test::verdict("RAC-SSH-KEY-SHARED", facts) == pass);
}

TEST_CASE("A host's certificate is bounded and soundly signed", "[remote_access][ssh]") {
  const auto certified = [](const std::function<void(SshKey&)>& change) {
    return [=](SshDoor& door) {
      auto& key = door.keys.front();
      key.certificate = true;
      key.authority_type = "ssh-rsa";
      key.authority_bits = 2048;
      key.valid_until = at_day("2027-01-01");
      key.principals = {"bastion.exemple.test"};
      change(key);
    };
  };
  hold_door_cases("RAC-SSH-CERTIFICATE",
                  {{"sound", certified([](SshKey&) {}), pass},
                   {"a user's", certified([](SshKey& k) { k.of_a_host = false; }), fail},
                   {"over", certified([](SshKey& k) { k.valid_until = test::remote_now(); }), fail},
                   {"not begun", certified([](SshKey& k) { k.valid_from = at_day("2026-11-26"); }), fail},
                   {"for ever", certified([](SshKey& k) { k.valid_until.reset(); }), fail},
                   {"for any name", certified([](SshKey& k) { k.principals.clear(); }), fail},
                   {"a small authority", certified([](SshKey& k) { k.authority_bits = 2047; }), fail},
                   {"none", [](SshDoor&) {}, not_applicable}});
}

TEST_CASE("How an account may sign in", "[remote_access][ssh]") {
  const auto offering = [](std::vector<std::string> methods) {
    return [=](SshDoor& door) { door.sign_ins.front().methods = methods; };
  };
  const auto unasked = [](SshDoor& door) { door.sign_ins.front().asked = {Outcome::unknown, "not-asked"}; };
  hold_door_cases("RAC-SSH-NO-PROOF", {{"open", [](SshDoor& d) { d.sign_ins.front().without_proof = true; }, fail},
                                       {"not asked", unasked, unknown},
                                       {"unheard",
                                        [](SshDoor& d) {
                                          unheard(d);
                                          d.sign_ins.clear();
                                        },
                                        unknown}});
  hold_door_cases("RAC-SSH-PASSWORD",
                  {{"offered", offering({"publickey", "password"}), fail}, {"not asked", unasked, unknown}});
  hold_door_cases("RAC-SSH-HOST-BASED", {{"offered", offering({"hostbased"}), fail}});
  hold_door_cases("RAC-SSH-INTERACTIVE-ALONE", {{"alone", offering({"keyboard-interactive"}), fail},
                                                {"with a key", offering({"publickey", "keyboard-interactive"}), pass}});
  const auto factor = [&](const char* declared, std::vector<std::string> methods) {
    auto facts = test::sound_accesses();
    test::first_access(facts).accounts.front().second_factor = declared;
    facts.ssh.front().sign_ins.front().methods = std::move(methods);
    return test::verdict("RAC-SSH-FACTOR-UNSEEN", facts);
  };
  CHECK(factor("fido2", {"publickey"}) == pass);
  CHECK(factor("fido2", {"password"}) == fail);
  CHECK(factor("totp", {"keyboard-interactive"}) == pass);
  CHECK(factor("totp", {"password"}) == fail);
  CHECK(factor("totp", {"publickey", "password"}) == fail);
  CHECK(factor("totp", {"publickey"}) == unknown);
  CHECK(factor("none", {"password"}) == not_applicable);
}
