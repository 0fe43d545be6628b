package org.multisynq4j.client.browser.dock;

/** How the dock looks. A pill at the top right; on a phone the panel takes the width. */
final class DockStyle {
    static final String CSS = """
            :host{all:initial}
            .root{--bg:#fff;--fg:#1c2230;--soft:#5b6474;--line:#e2e6ee;--fill:#f3f5f9;--accent:#3257d6;
              position:fixed;z-index:2147483000;top:12px;right:12px;font:14px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--fg);
              display:flex;flex-direction:column;align-items:flex-end;gap:8px;pointer-events:none}
            .root>*{pointer-events:auto}
            .pill{display:flex;align-items:center;gap:8px;height:38px;padding:0 13px 0 7px;border:1px solid var(--line);border-radius:999px;background:var(--bg);
              color:inherit;font:inherit;font-weight:600;cursor:pointer;box-shadow:0 2px 10px #1420401a;transition:box-shadow .15s}
            .pill:hover{box-shadow:0 4px 18px #14204033}
            :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            .badge{width:24px;height:24px;border-radius:50%;box-shadow:inset 0 0 0 1px #0002}
            .people{color:var(--soft);font-weight:500;font-variant-numeric:tabular-nums}.people:empty{display:none}
            .dot{flex:none;width:9px;height:9px;border-radius:50%;background:#9aa3b2}
            .dot.live{background:#23a55a}
            .dot.joining,.dot.catching-up,.dot.reconnecting{background:#e0a100;animation:pulse 1.2s ease-in-out infinite}
            .dot.offline,.dot.failed,.dot.wrong-password{background:#d93a3a}
            @keyframes pulse{50%{opacity:.3}}
            .panel{box-sizing:border-box;width:300px;max-height:calc(100vh - 74px);max-height:calc(100dvh - 74px);overflow:auto;padding:14px 16px 12px;
              border:1px solid var(--line);border-radius:16px;background:var(--bg);box-shadow:0 14px 44px #1420402e}
            .panel[hidden]{display:none}
            .state{margin:0 0 10px;font-size:13px;color:var(--soft);text-align:center;overflow-wrap:anywhere}
            .share{display:flex;flex-direction:column;align-items:center;gap:8px}
            .qr{width:172px;background:#fff;border-radius:12px;overflow:hidden;line-height:0}.qr:empty,.qr:empty+.hint{display:none}.qr path{fill:#10131a}
            .hint{margin:0;font-size:12px;color:var(--soft);text-align:center;text-wrap:balance}
            .copy{font:inherit;font-weight:600;padding:7px 18px;border:0;border-radius:10px;background:var(--accent);color:#fff;cursor:pointer}
            .export{font:inherit;font-size:12px;margin-top:6px;padding:5px 12px;border:1px solid var(--line);border-radius:10px;background:var(--fill);color:inherit;cursor:pointer}
            .copy:hover,.export:hover{filter:brightness(1.08)}
            h2{margin:14px 0 6px;font-size:11px;font-weight:600;letter-spacing:.06em;text-transform:uppercase;color:var(--soft)}
            ul{list-style:none;margin:0;padding:0;max-height:132px;overflow:auto}
            li{display:flex;align-items:center;gap:8px;padding:2px 0;overflow-wrap:anywhere}
            dl{margin:0;display:grid;grid-template-columns:1fr 1fr;gap:6px}
            dl>div{background:var(--fill);border-radius:10px;padding:6px 10px}dl>div:last-child{grid-column:1/-1}
            dt{font-size:11px;color:var(--soft)}dd{margin:0;font-variant-numeric:tabular-nums}
            .bars{margin-top:6px;height:26px}.bars svg{width:100%;height:100%}.bars path{fill:var(--accent);opacity:.75}
            .log{margin-top:12px;border-top:1px solid var(--line);padding-top:8px}
            summary{cursor:pointer;font-size:12px;color:var(--soft)}
            .lines{max-height:170px;overflow:auto;margin-top:6px;padding:8px;border-radius:10px;background:var(--fill);font:11px/1.45 ui-monospace,Menlo,Consolas,monospace;
              white-space:pre-wrap;overflow-wrap:anywhere}
            .debug{color:var(--soft)}.warn{color:#9a6700}.error{color:#c62828}
            @media (max-width:480px){.root{top:8px;right:8px;left:8px}.panel{width:100%}.word{display:none}}
            @media (prefers-color-scheme:dark){
              .root{--bg:#1b202b;--fg:#e8ebf2;--soft:#9aa4b6;--line:#323a4a;--fill:#252c3a;--accent:#86a4ff}
              .pill,.panel{box-shadow:0 6px 24px #0008}.copy{color:#0d1530}.warn{color:#f2c14e}.error{color:#ff8f8a}}
            @media (prefers-reduced-motion:reduce){.dot{animation:none!important}}
            """;

    private DockStyle() {}
}
