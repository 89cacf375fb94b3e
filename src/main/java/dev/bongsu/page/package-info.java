/// HTML to article text: title, body without boilerplate, kind, language, date.
///
/// `ArticleReader` is the way in. No storage, no network: the bytes are given.
///
/// May import `language`, `charset`, `summary`.
@ApplicationModule(allowedDependencies = {"language", "charset", "summary"})
@NullMarked
package dev.bongsu.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
