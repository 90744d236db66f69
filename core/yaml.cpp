// SPDX-License-Identifier: EUPL-1.2
#include "core/yaml.hpp"

#include "core/i18n.hpp"
#include "core/limits.hpp"
#include "core/utf8.hpp"

#include <sys/stat.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

namespace hygie::core {
namespace {

using nlohmann::json;

json plain_scalar(const std::string& text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return nullptr;
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  std::int64_t integer = 0;
  const char* first = text.data() + (text.front() == '+' && text.size() > 1 ? 1 : 0);
  const char* last = text.data() + text.size();
  // A leading zero is not a number: FINESS numbers and dates must stay text.
  const bool zero_led = text.size() > 1 && text.front() == '0' && text[1] != '.';
  if (!zero_led) {
    if (const auto [end, error] = std::from_chars(first, last, integer); error == std::errc{} && end == last)
      return integer;
    double number = 0;
    if (text.find_first_not_of("+-.0123456789eE") == std::string::npos &&
        text.find_first_of("0123456789") != std::string::npos)
      if (const auto [end, error] = std::from_chars(first, last, number); error == std::errc{} && end == last)
        return number;
  }
  return text;
}

std::string escape_pointer(const std::string& key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

/// Thrown inside yaml-cpp's parser alone, caught in parse_yaml: its event interface has no other way to stop.
struct Refused {
  std::string what;
  Position at;
};

/// Builds the JSON while yaml-cpp reads: an alias bomb or a flood of nodes is refused before it has a cost.
class Builder final : public YAML::EventHandler {
 public:
  explicit Builder(YamlDocument& document) : document_(document) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (started_) refuse(mark, tr("only one document is allowed in a file"));
    started_ = true;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { value(mark, nullptr, ""); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, tr("aliases are not allowed")); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text) override {
    // yaml-cpp makes single bytes of these two escapes (YAML 1.2, 5.7), which are not UTF-8
    if (first_not_utf8(text))
      refuse(mark, tr("the escapes \\N and \\_ are not understood: write the character itself"));
    // yaml-cpp gives "?" to plain scalars and "!" to quoted ones
    value(mark, tag == "?" ? plain_scalar(text) : json(text), text);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(mark, json::array());
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(mark, json::object());
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    json* node;
    std::string pointer;
    std::string key;
    bool has_key = false;
  };

  [[noreturn]] static void refuse(const YAML::Mark& mark, std::string what) {
    throw Refused{std::move(what), {mark.line + 1, mark.column + 1}};
  }

  bool take_key(const YAML::Mark& mark, const std::string& text) {
    if (levels_.empty() || !levels_.back().node->is_object() || levels_.back().has_key) return false;
    Level& level = levels_.back();
    if (level.node->contains(text)) refuse(mark, tr("the key \"{}\" stands twice", text));
    level.key = text;
    level.has_key = true;
    document_.key_positions[level.pointer + "/" + escape_pointer(text)] = {mark.line + 1, mark.column + 1};
    return true;
  }

  json* place(const YAML::Mark& mark, json node, std::string& pointer) {
    if (++nodes_ > limits::yaml_nodes) refuse(mark, tr("more than {} values", limits::yaml_nodes));
    json* put = nullptr;
    if (levels_.empty()) {
      *document_.value = std::move(node);
      put = document_.value.get();
    } else if (Level& level = levels_.back(); level.node->is_array()) {
      pointer = level.pointer + "/" + std::to_string(level.node->size());
      level.node->push_back(std::move(node));
      put = &level.node->back();
    } else {
      pointer = level.pointer + "/" + escape_pointer(level.key);
      put = &((*level.node)[level.key] = std::move(node));
      level.has_key = false;
    }
    document_.positions[pointer] = {mark.line + 1, mark.column + 1};
    return put;
  }

  void value(const YAML::Mark& mark, json node, const std::string& text) {
    if (take_key(mark, text)) return;
    std::string pointer;
    place(mark, std::move(node), pointer);
  }

  void open(const YAML::Mark& mark, json node) {
    if (levels_.size() >= limits::yaml_depth) refuse(mark, tr("nested more than {} deep", limits::yaml_depth));
    if (!levels_.empty() && levels_.back().node->is_object() && !levels_.back().has_key)
      refuse(mark, tr("a key must be text"));
    std::string pointer;
    json* put = place(mark, std::move(node), pointer);
    levels_.push_back({put, pointer, {}, false});
  }
  void close() { levels_.pop_back(); }

  YamlDocument& document_;
  std::vector<Level> levels_;
  std::size_t nodes_ = 0;
  bool started_ = false;
};

/// What YAML does not allow in a file (YAML 1.2, 5.1).
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

std::string at(const std::string& file, int line, int column) { return fmt::format("{}:{}:{}", file, line, column); }
std::string place_of(std::string_view text, std::size_t byte, const std::string& file) {
  const auto before = text.substr(0, byte);
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  return at(file, line, static_cast<int>(byte - (before.rfind('\n') + 1)) + 1);
}

}  // namespace

Position YamlDocument::position(std::string_view pointer, bool of_key) const {
  const auto& table = of_key ? key_positions : positions;
  for (;;) {
    if (const auto found = table.find(pointer); found != table.end()) return found->second;
    if (const auto found = positions.find(pointer); found != positions.end()) return found->second;
    if (pointer.empty()) return {1, 1};
    pointer = pointer.substr(0, pointer.rfind('/'));
  }
}

std::string YamlDocument::where(std::string_view pointer, bool of_key) const {
  const auto found = position(pointer, of_key);
  return at(file, found.line, found.column);
}

Result<YamlDocument> parse_yaml(std::string_view text, const std::string& file) {
  if (text.size() > limits::yaml_bytes)
    return failure(ErrorCode::limit, tr("the file is larger than {} bytes", limits::yaml_bytes), file);
  // yaml-cpp knows UTF-16 and UTF-32 by their marks; anything else must be UTF-8, and Windows' code pages are not.
  const bool marked =
      text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.starts_with({"\0\0\xFE\xFF", 4});
  if (const auto bad = marked ? std::nullopt : first_not_utf8(text))
    return failure(ErrorCode::parse, tr("this character is not in UTF-8"), place_of(text, *bad, file),
                   tr("save the file as UTF-8: editors on Windows often write accents in another encoding (ANSI)"));
  if (const auto bad = marked ? text.end() : std::find_if(text.begin(), text.end(), is_control); bad != text.end())
    return failure(ErrorCode::parse, tr("a control character is not allowed"),
                   place_of(text, static_cast<std::size_t>(bad - text.begin()), file), tr("is this a text file?"));
  YamlDocument document{.file = file, .value = std::make_shared<json>(), .positions = {}, .key_positions = {}};
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    Builder builder(document);
    while (parser.HandleNextDocument(builder)) {
    }
    return document;
  } catch (const Refused& refused) {
    return failure(ErrorCode::parse, refused.what, at(file, refused.at.line, refused.at.column));
  } catch (const YAML::Exception& error) {
    return failure(ErrorCode::parse, tr("not valid YAML: {}", error.msg),
                   at(file, error.mark.line + 1, error.mark.column + 1));
  }
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return failure(ErrorCode::config, tr("cannot open the file: {}", std::strerror(errno)), path);
  if (S_ISDIR(status.st_mode)) return failure(ErrorCode::config, tr("this is a folder, not a file"), path);
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return failure(ErrorCode::config, tr("cannot open the file: {}", std::strerror(errno)), path);
  std::string text;
  if (S_ISREG(status.st_mode)) {
    if (static_cast<std::size_t>(status.st_size) > limit)
      return failure(ErrorCode::limit, tr("the file is larger than {} bytes", limit), path);
    text.resize(static_cast<std::size_t>(status.st_size));
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
  }
  for (std::array<char, 65536> block{}; stream.read(block.data(), block.size()), stream.gcount() > 0;) {
    text.append(block.data(), static_cast<std::size_t>(stream.gcount()));
    if (text.size() > limit) return failure(ErrorCode::limit, tr("the file is larger than {} bytes", limit), path);
  }
  return text;
}

Result<YamlDocument> load_yaml(const std::string& path) {
  auto text = read_file(path, limits::yaml_bytes);
  if (!text) return tl::make_unexpected(text.error());
  return parse_yaml(*text, path);
}

}  // namespace hygie::core
