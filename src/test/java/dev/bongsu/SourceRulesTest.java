package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the compiler does not hold about the sources: sizes, parameters, names. No exemptions. A
/// record has as many components as its value.
class SourceRulesTest {
  private static final int MAX_METHOD_LINES = 30;
  private static final int MAX_FILE_LINES = 300;
  private static final int MAX_PARAMETERS = 5;
  private static final int MAX_CONSTRUCTOR_PARAMETERS = 7;
  private static final Pattern OPTIONAL = Pattern.compile("Optional(Int|Long|Double)?\\b.*");
  private static final Pattern BOUND_NAME =
      Pattern.compile("(MOST|LEAST|LONGEST|SHORTEST|LARGEST|SMALLEST)(_[A-Z0-9_]+)?");

  private static final List<String> LONG_METHODS = new ArrayList<>();
  private static final List<String> LONG_LISTS = new ArrayList<>();
  private static final List<String> OPTIONALS = new ArrayList<>();
  private static final List<String> BOUND_NAMES = new ArrayList<>();

  @BeforeAll
  static void readSources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  _ -> {},
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(Path.of("src", "main"))));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Rules(unit, positions).scan(unit, null);
      }
    }
  }

  @Test
  void methodsHaveAtMostThirtyLines() {
    assertThat(LONG_METHODS).isEmpty();
  }

  @Test
  void parameterListsAreShort() {
    assertThat(LONG_LISTS).isEmpty();
  }

  @Test
  void noParameterAndNoFieldIsOptional() {
    assertThat(OPTIONALS).isEmpty();
  }

  @Test
  void boundsAreNamedMaxAndMin() {
    assertThat(BOUND_NAMES).isEmpty();
  }

  @Test
  void filesHaveAtMostThreeHundredLines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path source : sources(Path.of("src"))) {
      long lines = Files.readAllLines(source).size();
      if (lines > MAX_FILE_LINES) {
        tooLong.add(source + ": " + lines + " lines");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /// Collects what one file does against the rules.
  private static final class Rules extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Rules(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      boolean constructor = method.getName().contentEquals("<init>");
      long lines = line(end(method)) - line(positions.getStartPosition(unit, method)) + 1;
      if (lines > MAX_METHOD_LINES) {
        LONG_METHODS.add(place(method, method.getName()) + ": " + lines + " lines");
      }
      boolean ofRecord =
          constructor && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
      int parameters = method.getParameters().size();
      if (!ofRecord && parameters > (constructor ? MAX_CONSTRUCTOR_PARAMETERS : MAX_PARAMETERS)) {
        LONG_LISTS.add(place(method, method.getName()) + ": " + parameters + " parameters");
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void unused) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      boolean declared = parent instanceof ClassTree || parent instanceof MethodTree;
      if (declared && variable.getType() != null) {
        if (OPTIONAL.matcher(variable.getType().toString()).matches()) {
          OPTIONALS.add(place(variable, variable.getName()));
        }
        if (BOUND_NAME.matcher(variable.getName()).matches()) {
          BOUND_NAMES.add(place(variable, variable.getName()));
        }
      }
      return super.visitVariable(variable, null);
    }

    private long end(Tree tree) {
      return positions.getEndPosition(unit, tree);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }

    private String place(Tree tree, CharSequence name) {
      String file = unit.getSourceFile().getName();
      return file + ":" + line(positions.getStartPosition(unit, tree)) + " " + name;
    }
  }
}
