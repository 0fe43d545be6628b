package org.multisynq4j.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teavm.runtime.reflect.FieldInfo;

/** Else the transformer would silently do nothing, or fail only in a build of the browser's programs. */
class CodecShortcutsTest {
    @Test
    void teavmsFieldsHoldTheirInfo() throws ReflectiveOperationException {
        assertThat(FieldInfo.class.getName())
                .isEqualTo(CodecShortcuts.INFO_TYPE
                        .toString()
                        .replaceAll("^L|;$", "")
                        .replace('/', '.'));
        assertThat(Class.forName("org.teavm.classlib.java.lang.reflect.TField")
                        .getDeclaredField(CodecShortcuts.INFO)
                        .getType())
                .isEqualTo(FieldInfo.class);
    }

    @Test
    void eachMethodOfTheCodecHasABody() throws ReflectiveOperationException {
        for (String name : List.of(CodecShortcuts.FIELDS, CodecShortcuts.BITS)) {
            boolean fields = name.equals(CodecShortcuts.FIELDS);
            List<Method> methods = Arrays.stream(Class.forName(name).getDeclaredMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                    .filter(method -> !method.getName().equals(CodecShortcuts.CONSTRUCT))
                    .toList();

            assertThat(methods).hasSize(fields ? 8 : 3);
            for (Method method : methods) {
                List<Class<?>> parameters = new ArrayList<>(List.of(method.getParameterTypes()));
                if (fields) {
                    parameters.add(1, FieldInfo.class);
                }
                for (Class<?> bodies :
                        fields ? List.of(NativeFields.class, DirectFields.class) : List.of(NativeFields.class)) {
                    Method body = bodies.getMethod(method.getName(), parameters.toArray(Class<?>[]::new));
                    assertThat(body.getReturnType()).isEqualTo(method.getReturnType());
                }
            }
        }
    }
}
