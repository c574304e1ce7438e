/** Facts of backups, deployments and restore drills, from the records that a project keeps of them. No clock is asked. */
@NullMarked
package dev.plumbline.source.backup;

import org.jspecify.annotations.NullMarked;
