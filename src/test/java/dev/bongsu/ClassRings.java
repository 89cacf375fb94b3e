package dev.bongsu;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds top-level classes of one package that depend on each other in a ring (Tarjan's strongly
/// connected components). Edges between a sealed type and its permitted types do not count.
final class ClassRings {
  private final Map<String, Set<String>> edges = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<String> rings = new ArrayList<>();

  private ClassRings() {}

  /// The rings, each as its class names in order; empty if there is none.
  static List<String> of(JavaClasses classes) {
    ClassRings finder = new ClassRings();
    for (JavaClass origin : classes) {
      JavaClass from = topLevel(origin);
      origin.getDirectDependenciesFromSelf().stream()
          .map(dependency -> topLevel(dependency.getTargetClass().getBaseComponentType()))
          .filter(to -> !to.equals(from) && to.getPackageName().equals(from.getPackageName()))
          .filter(to -> !isFamily(from, to))
          .forEach(
              to ->
                  finder
                      .edges
                      .computeIfAbsent(from.getName(), _ -> new TreeSet<>())
                      .add(to.getName()));
    }
    for (String node : finder.edges.keySet()) {
      if (!finder.numbers.containsKey(node)) {
        finder.visit(node);
      }
    }
    return finder.rings;
  }

  private static JavaClass topLevel(JavaClass type) {
    JavaClass top = type;
    while (top.getEnclosingClass().isPresent()) {
      top = top.getEnclosingClass().get();
    }
    return top;
  }

  private static boolean isFamily(JavaClass one, JavaClass other) {
    return permits(one, other) || permits(other, one);
  }

  private static boolean permits(JavaClass parent, JavaClass child) {
    Class<?>[] permitted = parent.reflect().getPermittedSubclasses();
    return permitted != null && List.of(permitted).contains(child.reflect());
  }

  private void visit(String node) {
    numbers.put(node, numbers.size());
    lowest.put(node, numbers.get(node));
    open.push(node);
    for (String next : edges.getOrDefault(node, Set.of())) {
      if (!numbers.containsKey(next)) {
        visit(next);
        lowest.merge(node, lowest.get(next), Math::min);
      } else if (open.contains(next)) {
        lowest.merge(node, numbers.get(next), Math::min);
      }
    }
    if (lowest.get(node).equals(numbers.get(node))) {
      close(node);
    }
  }

  private void close(String root) {
    Set<String> ring = new TreeSet<>();
    String member;
    do {
      member = open.pop();
      ring.add(member);
    } while (!member.equals(root));
    if (ring.size() > 1) {
      rings.add(String.join(", ", ring));
    }
  }
}
