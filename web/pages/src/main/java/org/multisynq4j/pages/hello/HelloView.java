package org.multisynq4j.pages.hello;

import org.multisynq4j.apps.hello.CounterModel;
import org.multisynq4j.client.View;

/** Shows the count and sends resets. */
public final class HelloView extends View {
    private final CounterModel model;
    private final HelloPage page;

    public HelloView(CounterModel model, HelloPage page) {
        super(model);
        this.model = model;
        this.page = page;
    }

    @Override
    protected void init() {
        page.attach(() -> publish(CounterModel.RESET, true));
        page.show(model.count());
        subscribe(CounterModel.CHANGED, page::show);
    }

    @Override
    public void detach() {
        page.detach();
        super.detach();
    }
}
