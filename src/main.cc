// Hands the outside world to run() and exits with what it answers.
#include "app/process.h"

int main(int argc, char** argv) { return catalint::run_process(argc, argv); }
