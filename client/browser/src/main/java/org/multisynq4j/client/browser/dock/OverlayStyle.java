package org.multisynq4j.client.browser.dock;

/** How the overlay looks. Nothing is blurred behind it: without a graphics processor that takes as much of the processor as joining does. */
final class OverlayStyle {
    static final String CSS = """
            :host{all:initial}[hidden]{display:none!important}
            .root{--bg:#fff;--fg:#1c2230;--soft:#5b6474;--line:#e2e6ee;--accent:#3257d6;--on:#fff;position:fixed;z-index:2147482000;
              font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--fg)}
            .centre{inset:0;display:grid;place-items:center;padding:20px;background:#eef1f6cc}
            .centre .card{box-sizing:border-box;width:min(400px,100%);padding:24px;border-radius:18px;background:var(--bg);border:1px solid var(--line);
              box-shadow:0 20px 60px #14204033;text-align:center}
            .banner{top:12px;left:50%;transform:translateX(-50%);max-width:calc(100vw - 24px);pointer-events:none}
            .banner .card{display:flex;gap:8px;flex-wrap:wrap;justify-content:center;align-items:baseline;padding:9px 16px;border-radius:14px;background:#fff4d6;
              border:1px solid #ecd38b;color:#5c4300;box-shadow:0 6px 24px #14204026;font-size:13px}
            .banner h2{font-size:13px;margin:0}.banner p{margin:0;color:inherit}
            h2{font-size:18px;margin:0 0 6px}p{margin:0;color:var(--soft);overflow-wrap:anywhere}p:empty{display:none}
            .bar{height:6px;margin-top:16px;border-radius:6px;background:var(--line);overflow:hidden}
            .filled{height:100%;border-radius:6px;background:var(--accent);transition:width .15s}
            .password{display:flex;gap:8px;margin-top:16px}
            input{flex:1;min-width:0;font:inherit;padding:9px 12px;border-radius:10px;border:1px solid var(--line);background:transparent;color:inherit}
            .buttons{display:flex;gap:8px;justify-content:center;margin-top:16px;flex-wrap:wrap}
            button{font:inherit;font-weight:600;padding:9px 16px;border-radius:10px;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer}
            button.main{background:var(--accent);border-color:var(--accent);color:var(--on)}
            .password+.buttons button.main{background:transparent;border-color:var(--line);color:inherit}
            .password[hidden]+.buttons button.main{background:var(--accent);border-color:var(--accent);color:var(--on)}
            :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            @media (max-width:560px){.banner{top:54px;width:calc(100vw - 24px)}}
            @media (prefers-color-scheme:dark){
              .root{--bg:#1b202b;--fg:#e8ebf2;--soft:#9aa4b6;--line:#323a4a;--accent:#86a4ff;--on:#0d1530}
              .centre{background:#0b0e14cc}.banner .card{background:#3a2f10;border-color:#6b571c;color:#f7e2a6}}
            """;

    private OverlayStyle() {}
}
