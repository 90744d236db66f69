// SPDX-License-Identifier: EUPL-1.2
#include "core/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace hygie::core {

void parallel_for(std::size_t count, const std::function<void(std::size_t)>& work) {
  parallel_for(count, std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8), work);
}

void parallel_for(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> thrown(count);
  const auto worker = [&] {
    for (auto i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        thrown[i] = std::current_exception();
      }
    }
  };
  std::vector<std::thread> helpers(std::min(std::max<std::size_t>(threads, 1), std::max<std::size_t>(count, 1)) - 1);
  for (auto& helper : helpers) helper = std::thread(worker);
  worker();
  for (auto& helper : helpers) helper.join();
  for (const auto& one : thrown)
    if (one) std::rethrow_exception(one);
}

}  // namespace hygie::core
