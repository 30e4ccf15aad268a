package dev.cadre.core;

import dev.cadre.tools.permission.PermissionPolicy;
import java.util.List;

/**
 * Holds what an agent may do.
 *
 * @param policy the intersection of all layers
 * @param notices what a person should know of it
 */
record Rights(PermissionPolicy policy, List<String> notices) {}
