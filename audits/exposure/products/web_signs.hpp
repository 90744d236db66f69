// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/web.hpp"
#include "audits/exposure/pages/html.hpp"
#include "audits/exposure/pages/text.hpp"
#include "audits/exposure/products/pattern.hpp"
#include "core/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hygie::exposure {

/// An answer of a web server, as signs are looked for in it.
struct WebAnswer {
  int status = 0;
  pages::Headers headers;
  std::string body;
  std::string icon_md5 = {};
};

/// What is asked of a site to look for a sign. `post` names one of the two questions that change nothing: "ipp"
/// (Get-Printer-Attributes), "wsman" (Identify); no file can bring another.
struct WebQuestion {
  std::string path, accept, post;
  friend auto operator<=>(const WebQuestion&, const WebQuestion&) = default;
};

/// One known thing, what proves it, and what is read of it.
struct KnownSign {
  struct Mark {
    enum class Where : std::uint8_t { status, header, body, title, icon, cookie };
    Where where = Where::body;
    std::string header;            // its name
    std::vector<int> statuses;     // one of them
    std::optional<Pattern> match;  // of the rest
  };
  std::string kind = {}, name = {}, access = {};  // access: "open", "asked" (a password is), or empty
  std::vector<WebQuestion> questions = {};
  std::vector<std::uint16_t> ports = {};  // asked there alone; empty: everywhere
  std::vector<Mark> marks = {};
  std::vector<Mark> reads = {};  // their named groups are kept
  bool counts_entries = false;
  std::string vendor = {}, product = {}, cpe = {};

  /// Is it asked at all, or looked for in the pages that the visit brought?
  [[nodiscard]] bool at_front() const { return questions.empty(); }
  [[nodiscard]] bool holds(const WebAnswer& answer) const;
  /// When it holds: the fact of it, no secret inside, and the product.
  [[nodiscard]] WebSign sign(const std::string& path, const WebAnswer& answer) const;
  [[nodiscard]] std::optional<Product> product_of(const WebSign& sign) const;
};

/// data/web_signs.yaml, and files of the same form that users add.
class WebSigns {
 public:
  /// Refused: an unknown key or kind, an expression that does not compile, fewer than two independent marks, an example
  /// in which the sign is not found or is read otherwise.
  [[nodiscard]] static core::Result<WebSigns> parse(std::string_view text, const std::string& file);
  [[nodiscard]] static core::Result<WebSigns> load(const std::string& path);
  [[nodiscard]] static const WebSigns& built_in();
  [[nodiscard]] static std::string_view built_in_text();

  void add(const WebSigns& others) { signs_.insert(signs_.end(), others.signs_.begin(), others.signs_.end()); }
  [[nodiscard]] const std::vector<KnownSign>& all() const { return signs_; }
  /// Every question to ask on that port, each once, in order.
  [[nodiscard]] std::vector<WebQuestion> questions(std::uint16_t port) const;

 private:
  std::vector<KnownSign> signs_;
};

}  // namespace hygie::exposure
