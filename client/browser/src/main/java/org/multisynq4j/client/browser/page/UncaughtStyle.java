package org.multisynq4j.client.browser.page;

/** How the error panel looks. */
final class UncaughtStyle {
    static final String CSS = """
            .box{position:fixed;z-index:2147483647;left:50%;top:16px;transform:translateX(-50%);box-sizing:border-box;
              width:min(560px,calc(100vw - 24px));max-height:calc(100vh - 32px);overflow:auto;padding:16px 18px;border-radius:14px;
              font:14px/1.45 system-ui,sans-serif;color:#3b0d0d;background:#fff5f4;border:1px solid #f1b4ae;box-shadow:0 12px 40px #0004}
            h2{font-size:16px;margin:0 0 8px}
            pre{font:12px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 8px;padding:10px;border-radius:8px;background:#fbe3e0}
            .more{margin:0 0 8px;font-size:12px}.more:empty{display:none}
            .buttons{display:flex;gap:8px}
            button{font:inherit;padding:7px 14px;border-radius:9px;border:1px solid #d98e86;background:#fff;color:inherit;cursor:pointer}
            button:focus-visible{outline:2px solid #b3261e;outline-offset:2px}
            .reload{background:#b3261e;border-color:#b3261e;color:#fff}
            @media (prefers-color-scheme:dark){
              .box{color:#ffdad6;background:#2b1614;border-color:#7a3a34}pre{background:#3a1d1a}
              button{background:#3a1d1a;border-color:#7a3a34}.reload{background:#ffb4ab;border-color:#ffb4ab;color:#500}}
            """;

    private UncaughtStyle() {}
}
