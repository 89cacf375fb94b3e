/// A small newsroom on loopback, for trying the bot without a token or a network.
///
/// Active in the profile `demo` only. `Newsroom` decides which story is out, `NewsroomController`
/// serves two feeds, the pages and a front page under `/demo/`, and `DemoScript` is what the demo
/// types for the person. The stories and the page templates are in `src/main/resources/demo`.
///
/// May import no other package of ours.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bongsu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
