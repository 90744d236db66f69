// SPDX-License-Identifier: EUPL-1.2
#include "cli/program/signals.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <csignal>
#include <ctime>

namespace hygie::cli {
namespace {

core::Cancellation stop;
volatile std::sig_atomic_t received = 0;
volatile std::sig_atomic_t received_at = 0;

/// Seconds of the monotonic clock: clock_gettime may be called in a signal handler.
int seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<int>(now.tv_sec);
}

extern "C" void on_signal(int signal) {
  // Some senders signal the process and its group: the same wish twice at once is one wish
  if (received != 0 && seconds() - received_at > 1) ::_exit(128 + signal);
  if (received != 0) return;
  received = signal;
  received_at = seconds();
  stop.cancel();
}

}  // namespace

void install_signals() {
  struct sigaction action {};
  action.sa_handler = &on_signal;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);  // without SA_RESTART: a blocked read returns and looks at the cancellation
  ::sigaction(SIGTERM, &action, nullptr);
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, nullptr);
}

const core::Cancellation& interruption() { return stop; }

int signal_status() { return received == 0 ? 0 : 128 + received; }

void harden_process() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

}  // namespace hygie::cli
