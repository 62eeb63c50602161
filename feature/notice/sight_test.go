package notice

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/web"
)

// What somebody is told leaves the house by his address: a screen that was left open
// does not change it.
func TestAnotherAddressWantsAFreshProof(t *testing.T) {
	each(t, func(g *ground) {
		g.Web.Run(web.Mode{})
		cookie := g.Cookie("rep")
		g.Kit.Users.Clock = func() time.Time { return time.Now().Add(6 * time.Minute) }
		w := g.Do("", "PUT", "/api/me/notices/mail", `{"mail":"thief@example.com"}`, "Cookie", cookie)
		if w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "web.step_up") || len(g.box.All()) != 0 {
			g.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

// Whoever may not read any more what notices of a kind are about is neither told nor
// written to.
func TestANoticeIsReadByWhoMayReadWhatItIsAbout(t *testing.T) {
	each(t, func(g *ground) {
		g.kinds[0].Grant = "offering:read"
		g.confirmed()
		g.tell(g.mine, "样品")
		page := func() Page {
			p, err := g.List(g.As("rep"), kernel.ID{}, 20)
			g.ok(err)
			return p
		}
		g.Grant("rep", "offering:read", "O")
		if all := page(); len(all.Rows) != 1 || all.Unread != 1 {
			g.Errorf("he may: %+v", all)
		}
		g.Grant("rep", "offering:read", "")
		if all := page(); len(all.Rows) != 0 || all.Unread != 0 {
			g.Errorf("he may not any more: %+v", all)
		}
		g.clock = g.clock.Add(24 * time.Hour)
		if g.deliver(); len(g.box.All()) != 1 { // the code alone
			g.Errorf("he was written to: %+v", g.read(1))
		}
	})
}
