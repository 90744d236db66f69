// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/reading.hpp"
#include "tests/support/scopes.hpp"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace hygie;
using namespace exposure;

namespace {

/// A file of recog's form, written by the test and gone with it.
class RecogFile {
 public:
  RecogFile(const std::string& matches, const std::string& pattern)
      : path_(std::filesystem::temp_directory_path() /
              ("hygie-recog-" + std::to_string(::getpid()) + "-" + matches + ".xml")) {
    std::ofstream(path_) << "<fingerprints matches=\"" << matches << "\"><fingerprint pattern=\"" << pattern
                         << "\"><description>Lab</description><param pos=\"0\" name=\"service.product\" value=\"Lab\"/>"
                            "<param pos=\"1\" name=\"service.version\"/></fingerprint></fingerprints>";
  }
  ~RecogFile() { std::filesystem::remove(path_); }
  RecogFile(const RecogFile&) = delete;
  RecogFile& operator=(const RecogFile&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

Service heard(const std::string& protocol, const std::string& word, const std::string& text) {
  Service service;
  service.address = "192.0.2.7";
  service.port = 22;
  service.protocol = protocol;
  service.said = {{word, text}};
  return service;
}

/// What the files tell of that service.
ExposureFacts told(const Service& service, const std::vector<std::string>& files) {
  ExposureFacts facts;
  facts.services = {service};
  Target target;
  target.recog = files;
  ActionLog log;
  Gate gate(test::exposure_scope({"192.0.2.0/24"}), {}, log, {});
  core::NoProgress progress;
  Course course(facts, gate, nullptr);
  tell_by_recog({target, gate, nullptr, progress, facts, course});
  return facts;
}

}  // namespace

TEST_CASE("a user's recog file tells a product of what was heard", "[exposure][recog]") {
  const RecogFile ssh("ssh.banner", R"(^LabSSH_([\d.]+)$)"), imap("imap4.banner", R"(^Lab ([\d.]+) ready$)");
  const auto one = told(heard("ssh", "banner", "SSH-2.0-LabSSH_3.1"), {imap.path(), ssh.path()});
  REQUIRE(one.services.front().products.size() == 1);
  CHECK(one.services.front().products.front().name == "Lab");
  CHECK(one.services.front().products.front().version == "3.1");
  CHECK(one.services.front().products.front().source == "recog");
  CHECK(one.gaps.empty());
  CHECK(told(heard("imap", "banner", "* OK Lab 2 ready"), {imap.path()}).services.front().products.size() == 1);
  CHECK(told(heard("ssh", "banner", "SSH-2.0-Autre"), {ssh.path()}).services.front().products.empty());
  CHECK(told(heard("ftp", "banner", "LabSSH_3.1"), {ssh.path()}).services.front().products.empty());
}

TEST_CASE("recog gives a version to a product that had none, and takes none away", "[exposure][recog]") {
  const RecogFile ssh("ssh.banner", R"(^LabSSH_([\d.]+)$)");
  auto service = heard("ssh", "banner", "SSH-2.0-LabSSH_3.1");
  service.products.push_back({.name = "Lab"});
  CHECK(told(service, {ssh.path()}).services.front().products.front().version == "3.1");
  service.products.front().version = "2";
  const auto kept = told(service, {ssh.path()}).services.front().products;
  REQUIRE(kept.size() == 1);
  CHECK(kept.front().version == "2");
}

TEST_CASE("a file that is of no use here is said", "[exposure][recog]") {
  const RecogFile other("tls.jarm", "^x$");
  const auto facts = told(heard("ssh", "banner", "SSH-2.0-x"), {other.path(), "/nonexistent/x.xml"});
  REQUIRE(facts.gaps.size() == 2);
  CHECK(facts.gaps.front().what == other.path());
}
