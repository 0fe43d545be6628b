package org.multisynq4j.pages.chat;

import java.util.List;
import org.multisynq4j.apps.chat.ChatModel.Person;
import org.multisynq4j.client.browser.dock.Moniker;
import org.multisynq4j.client.browser.page.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** Who is here. */
final class PeopleList {
    private final HTMLElement list = Dom.byId("people");

    void show(List<Person> people, String ownViewId) {
        Dom.clear(list);
        for (Person person : people) {
            HTMLElement dot = Dom.element("i", "");
            dot.setAttribute("style", "background:" + Moniker.of(person.name()).colour());
            HTMLElement item = Dom.append(Dom.element("li", ""), dot, Dom.element("span", "", person.name()));
            if (person.viewId().equals(ownViewId)) {
                Dom.append(item, Dom.element("small", "", "(you)"));
            }
            Dom.append(list, item);
        }
    }
}
