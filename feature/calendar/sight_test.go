package calendar

import (
	"strings"
	"testing"
	"time"

	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/identity"
)

// Who is taken along to an account that he does not see is not told how many such
// visits there are.
func TestTheEveningBeforeCountsWhatIsSeen(t *testing.T) {
	each(t, func(g *ground) {
		nine := int64(9 * 60)
		_, err := g.visits.Plan(g.As("rep"), visit.Visit{Account: g.account, Day: g.day, Start: &nine, Zone: "Asia/Shanghai", Purpose: "问清审批链",
			Users: []kernel.ID{g.User("other").ID, g.User("manager").ID}})
		g.ok(err)
		g.Now = func() time.Time { return time.Now().AddDate(0, 0, 2) }
		g.ok(g.Remind(identity.With(g.Context(), identity.System())))
		for role, want := range map[string]int{"rep": 1, "manager": 2, "other": 0} { // the manager was invited, too
			page, err := g.notices.List(g.As(role), kernel.ID{}, 20)
			g.ok(err)
			if len(page.Rows) != want || want > 0 && !strings.Contains(page.Rows[0].Says, "1") {
				g.Errorf("%s is told %+v", role, page.Rows)
			}
		}
	})
}
