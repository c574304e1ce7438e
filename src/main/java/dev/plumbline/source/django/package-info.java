/**
 * Facts of a Django project, read without running it: settings, routers, models and migrations. The text is parsed with
 * tree-sitter and then evaluated by a small interpreter that knows constants, control flow and the ways in which
 * settings ask their environment; whatever it cannot know stays a value of its own that says why.
 */
@NullMarked
package dev.plumbline.source.django;

import org.jspecify.annotations.NullMarked;
