package org.multisynq4j.vm;

import java.util.List;
import org.multisynq4j.model.ViewInfo;

/**
 * The reflector's word on who came and went.
 *
 * @param active how many participants are connected now
 */
public record UsersMessage(double time, int seq, List<ViewInfo> joined, List<String> left, int active)
        implements ReflectedMessage {}
