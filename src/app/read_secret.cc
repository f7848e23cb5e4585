#include "app/read_secret.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

#include "app/posix_descriptor.h"
#include "app/private_memory.h"
#include "app/write_all.h"

namespace catalint {
namespace {

constexpr std::size_t kMost = std::size_t{64} << 10U;

volatile std::sig_atomic_t caught_signal = 0;

void catch_signal(int signal) { caught_signal = signal; }

// Lets signals end a wait instead of the program, which then can clean up. They
// come at no other time.
class CaughtSignals {
 public:
  CaughtSignals() {
    caught_signal = 0;
    struct sigaction action {};
    action.sa_handler = catch_signal;
    sigset_t blocked{};
    ::sigemptyset(&blocked);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      ::sigaction(kSignals[i], nullptr, &before_[i]);
      if (before_[i].sa_handler == SIG_IGN) continue;
      ::sigaddset(&blocked, kSignals[i]);
      ::sigaction(kSignals[i], &action, nullptr);
    }
    ::sigprocmask(SIG_BLOCK, &blocked, &open_);
  }
  ~CaughtSignals() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      ::sigaction(kSignals[i], &before_[i], nullptr);
    }
    ::sigprocmask(SIG_SETMASK, &open_, nullptr);
  }

  // Until there is something to read, or a signal.
  void wait_for_input() const {
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    while (::ppoll(&input, 1, nullptr, &open_) < 0 && errno == EINTR &&
           caught_signal == 0) {
    }
  }
  CaughtSignals(const CaughtSignals&) = delete;
  CaughtSignals& operator=(const CaughtSignals&) = delete;

 private:
  static constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT,
                                          SIGTSTP};
  std::array<struct sigaction, kSignals.size()> before_{};
  sigset_t open_{};  // what was blocked before
};

// The terminal of standard input shows nothing of what is typed, meanwhile.
class Silence {
 public:
  Silence() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    is_silent_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
  }
  ~Silence() {
    if (is_silent_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

  [[nodiscard]] bool is_silent() const { return is_silent_; }

 private:
  termios before_{};
  bool is_silent_ = false;
};

// Of a terminal a line, and of anything else all.
Result<Secret> read_input(const CaughtSignals* terminal) {
  std::string bytes(kMost + 1, '\0');
  std::size_t size = 0;
  const auto has_line = [&] {
    return terminal != nullptr && size > 0 && bytes[size - 1] == '\n';
  };
  while (size < bytes.size() && !has_line()) {
    if (terminal != nullptr) terminal->wait_for_input();
    if (caught_signal != 0) break;
    const ssize_t count =
        ::read(STDIN_FILENO, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      Error error{"standard input could not be read: " + reason()};
      wipe(bytes);
      return error;
    }
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  if (size > kMost) {
    wipe(bytes);
    return Error{
        "standard input holds more than any token; give it the token "
        "alone"};
  }
  if (size > 0 && bytes[size - 1] == '\n') --size;
  if (size > 0 && bytes[size - 1] == '\r') --size;
  Secret secret(std::string_view(bytes).substr(0, size));
  wipe(bytes);
  return secret;
}

Result<Secret> ask_terminal(const std::string& prompt) {
  const CaughtSignals signals;
  const Silence silence;
  if (!silence.is_silent()) {
    return Error{
        "the terminal would show the token; give it by standard input"};
  }
  write_all(STDERR_FILENO, prompt);
  auto secret = read_input(&signals);
  write_all(STDERR_FILENO, "\n");
  return secret;
}

}  // namespace

Result<Secret> read_secret(const std::string& prompt) {
  keep_memory_private();
  if (::isatty(STDIN_FILENO) != 1) return read_input(nullptr);
  auto secret = ask_terminal(prompt);
  if (caught_signal != 0) {
    std::raise(caught_signal);
    return Error{"the question for the token was interrupted"};
  }
  return secret;
}

}  // namespace catalint
