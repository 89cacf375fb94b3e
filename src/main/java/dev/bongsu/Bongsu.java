package dev.bongsu;

/// The program.
public final class Bongsu {
  private Bongsu() {}

  static void main(String[] arguments) {
    System.out.println("not wired yet: " + arguments.length);
  }
}
