// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/course.hpp"
#include "audits/exposure/collect/gate.hpp"
#include "audits/exposure/collect/target.hpp"
#include "audits/exposure/facts.hpp"
#include "core/progress.hpp"

/// The steps of an audit, in their order. Each adds to the facts what it read, and a gap for what it could not.
namespace hygie::exposure {

class Resolver;

struct Work {
  const Target& target;
  Gate& gate;
  Resolver* resolver;  // null for a reading of files alone
  core::Progress& progress;
  ExposureFacts& facts;
  Course& course;

  /// A name was heard of: kept once, with each of its sources.
  void heard(const std::string& name, const char* source) const;
  /// Said once for the same reason.
  void gap(Part part, std::string why) const {
    const auto what = to_string(part);
    for (const auto& one : facts.gaps)
      if (one.what == what && one.why == why) return;
    facts.gaps.push_back({std::string(what), std::move(why)});
  }
};

/// Names that the declaration, files and the word list give.
void gather_names(const Work& work);
/// The declared domains, their servers, what a transfer gives away.
void read_dns(const Work& work);
/// What the domains publish about their mail, and their exchangers.
void read_mail(const Work& work);
/// Names and where they lead; nobody but the resolver is contacted.
void read_names(const Work& work);
/// What the names say together, once each was asked.
void settle_names(const Work& work);
/// The names that the declaration, the inventory and files give; nothing is sent, nobody is asked where they lead.
void name_what_files_tell(const Work& work);
/// Names below a declared domain that certificates carry and nobody had told: where they lead.
void hear_certificates(const Work& work);
/// The CAA records of the names that certificates carry, served or logged.
void read_caa_sets(const Work& work);
/// The addresses that may be asked, as hosts; the others are said in the names' standing.
void choose_hosts(const Work& work);
/// Which ports are open.
void read_ports(const Work& work);
/// What speaks on the open ones.
void read_services(const Work& work);
/// Products that the user's own recog files tell, of what was heard.
void tell_by_recog(const Work& work);
/// What other tools found of what is declared.
void read_imports(const Work& work);
/// What the feeds say of the products that were seen.
void read_vulnerabilities(const Work& work);
/// What stands on the sites, and the mail policies that are fetched from them.
void read_web(const Work& work);
/// Gives the services what their sites say of their products.
void settle_web(const Work& work);
/// What answers over UDP.
void read_udp(const Work& work);
/// What they do with TLS, and the certificates that they serve.
void read_tls(const Work& work);

}  // namespace hygie::exposure
