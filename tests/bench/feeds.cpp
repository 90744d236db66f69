// SPDX-License-Identifier: EUPL-1.2
// hygie_bench_feeds make FOLDER COUNT: made-up feeds: COUNT records of the CVE list and of NVD, COUNT scores of EPSS.
// hygie_bench_feeds run FILE PATH...: imports them, then looks products up; prints what each took.
#include "audits/exposure/feeds/feeds.hpp"
#include "audits/exposure/feeds/import/import.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

namespace {

namespace feeds = hygie::exposure::feeds;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point from) { return std::chrono::duration<double>(Clock::now() - from).count(); }

std::string cve_name(int at) { return fmt::format("CVE-{}-{:04}", 1999 + at % 27, 1000 + at / 27); }

/// Shaped as the real ones: most of the bytes are prose and links.
std::string record(int at, std::mt19937& random) {
  const auto product = random() % 20'000, low = random() % 9, high = low + 1 + random() % 5;
  std::string versions;
  for (unsigned int i = 0, count = 1 + random() % 4; i < count; ++i)
    versions +=
        fmt::format(R"({}{{"status":"affected","version":"{}.{}.0","lessThan":"{}.{}.{}","versionType":"semver"}})",
                    i == 0 ? "" : ",", low, i, high, i, random() % 30);
  const std::string prose(900, 'x');
  return fmt::format(
      R"({{"dataType":"CVE_RECORD","dataVersion":"5.1","cveMetadata":{{"cveId":"{}","state":"PUBLISHED","dateUpdated":"2026-11-{:02}T00:00:00.000Z"}},)"
      R"("containers":{{"cna":{{"affected":[{{"vendor":"Vendor {}","product":"Product {}","defaultStatus":"unaffected","versions":[{}]}}],)"
      R"("descriptions":[{{"lang":"en","value":"{}"}}],"references":[{{"url":"https://example.test/{}"}}],"metrics":[{{"cvssV3_1":{{"version":"3.1","baseScore":{}.{}}}}}]}},)"
      R"("adp":[{{"title":"additions","references":[{{"url":"https://example.test/{}"}}],"metrics":[{{"other":{{"type":"ssvc","content":{{"id":"{}","options":[{{"Exploitation":"none"}}]}}}}}}]}}]}}}})",
      cve_name(at), 1 + at % 25, product / 10, product, versions, prose, prose, random() % 10, random() % 10,
      prose.substr(0, 400), cve_name(at));
}

/// A page of the API of NVD: two thousand records of ten lines each.
void make_page(const std::filesystem::path& path, int from, int to, std::mt19937& random) {
  std::ofstream page(path);
  page << fmt::format(R"({{"resultsPerPage":{},"format":"NVD_CVE","vulnerabilities":[)", to - from);
  for (int at = from; at < to; ++at) {
    const auto product = random() % 20'000;
    std::string matches;
    for (int i = 0; i < 10; ++i)
      matches += fmt::format(
          R"({}{{"vulnerable":true,"criteria":"cpe:2.3:a:vendor_{}:product_{}:*:*:*:*:*:*:*:*","versionStartIncluding":"{}.0","versionEndExcluding":"{}.{}","matchCriteriaId":"00000000-0000-0000-0000-000000000000"}})",
          i == 0 ? "" : ",", product / 10, product, i, i, random() % 30);
    page << fmt::format(
        R"({}{{"cve":{{"id":"{}","lastModified":"2026-11-02T00:00:00.000","vulnStatus":"Analyzed","descriptions":[{{"lang":"en","value":"{}"}}],)"
        R"("metrics":{{"cvssMetricV31":[{{"type":"Primary","cvssData":{{"baseScore":9.8}}}}]}},)"
        R"("configurations":[{{"nodes":[{{"operator":"OR","negate":false,"cpeMatch":[{}]}}]}}]}}}})",
        at == from ? "" : ",", cve_name(at), std::string(600, 'x'), matches);
  }
  page << "]}";
}

int make(const std::filesystem::path& folder, int count) {
  std::mt19937 random(20261125);
  for (int at = 0; at < count; ++at) {
    const auto inside = folder / "cves" / fmt::format("{:03}", at / 1000);
    if (at % 1000 == 0) std::filesystem::create_directories(inside);
    std::ofstream(inside / (cve_name(at) + ".json")) << record(at, random);
  }
  std::filesystem::create_directories(folder / "nvd");
  for (int at = 0; at < count; at += 2000)
    make_page(folder / "nvd" / fmt::format("{:03}.json", at / 2000), at, std::min(at + 2000, count), random);
  std::ofstream epss(folder / "epss.csv");
  epss << "#model_version:v2026.01.01,score_date:2026-11-24T00:00:00+0000\ncve,epss,percentile\n";
  for (int at = 0; at < count; ++at) epss << fmt::format("{},0.{:05},0.50000\n", cve_name(at), random() % 99'999);
  return 0;
}

int look_up(const std::string& file) {
  const auto opened = feeds::Feeds::open(file);
  if (!opened) return fmt::print(stderr, "{}\n", opened.error().what), 1;
  std::size_t found = 0;
  const auto from = Clock::now();
  constexpr int rounds = 1000;
  for (int i = 0; i < rounds; ++i) {
    const auto matches = opened->match(
        {.vendor = fmt::format("Vendor {}", i * 2), .product = fmt::format("Product {}", i * 20), .version = "4.1.7"});
    if (!matches) return fmt::print(stderr, "{}\n", matches.error().what), 1;
    found += matches->size();
  }
  fmt::print("match: {:.3f} ms each, {} matches in {} products\n", seconds_since(from) * 1000 / rounds, found, rounds);
  return 0;
}

int run(const std::string& file, const std::vector<std::string>& paths) {
  hygie::core::NoProgress silent;
  for (const auto& path : paths) {
    const auto from = Clock::now();
    const auto done = feeds::import_feeds({path}, file, hygie::core::now(), {}, silent);
    if (!done) return fmt::print(stderr, "{}: {}\n", done.error().where, done.error().what), 1;
    for (const auto& one : done->sources)
      fmt::print("{}: {} records in {:.1f} s\n", one.kind, one.records, seconds_since(from));
  }
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  fmt::print("{} bytes on disk, {} MiB of memory\n", std::filesystem::file_size(file), used.ru_maxrss / 1024);
  return look_up(file);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 3 && words[0] == "make") return make(words[1], std::stoi(words[2]));
  if (words.size() >= 2 && words[0] == "run") return run(words[1], {words.begin() + 2, words.end()});
  fmt::print(stderr, "usage: hygie_bench_feeds make FOLDER COUNT | run FILE PATH...\n");
  return 2;
}
