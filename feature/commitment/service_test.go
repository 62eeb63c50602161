package commitment

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/event"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, Feature}

// ground is an account of the rep's and one of the other's, on a Wednesday.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
}

var wednesday = kernel.On(2026, 6, 10)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.on(wednesday)
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		f(g)
	})
}

func (g *ground) on(day kernel.Date) { g.today = func() kernel.Date { return day } }

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// promise is one of ours to the rep's account unless it says otherwise.
func (g *ground) promise(role string, c Commitment) (Commitment, error) {
	if c.Account.IsZero() {
		c.Account = g.mine
	}
	if c.By == "" {
		c.By = Us
	}
	if c.Text == "" {
		c.Text = "周五前寄出样品"
	}
	return g.Promise(g.As(role), c)
}

func (g *ground) promised(role string, c Commitment) Commitment {
	g.Helper()
	c, err := g.promise(role, c)
	g.must(err)
	return c
}

func (g *ground) list(role string, w Which) Inbox {
	g.Helper()
	w.Limit = 100
	b, err := g.List(g.As(role), w)
	g.must(err)
	return b
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

// M59 (e): 20 visits, 14 with a promise of the customer's: 70.0 %. Promises of
// ours do not count, nor do calls.
func TestM59VisitsWithAPromise(t *testing.T) {
	each(t, func(g *ground) {
		for i := range 20 {
			visit := kernel.NewID()
			g.must(g.DB.Write(g.As("rep"), func(tx *db.Tx) error {
				_, err := interaction.New(g.Kit).Log(tx, interaction.Interaction{Account: g.mine, On: kernel.On(2026, 6, 1), Channel: interaction.Visit,
					Direction: interaction.Out, Visit: visit, Subject: "例行拜访"})
				return err
			}))
			by := Us
			if i < 14 {
				by = Customer
				g.promised("rep", Commitment{Visit: visit, By: Customer, Due: wednesday})
			}
			g.promised("rep", Commitment{Visit: visit, By: by, Due: wednesday})
		}
		for role, want := range map[string]float64{"rep": 0.7, "director": 0.7} {
			if b := g.list(role, Which{}); b.Share.Visits != 20 || b.Share.Promised != 14 || *b.Share.Share != want {
				g.Errorf("%s: %+v", role, b.Share)
			}
		}
		if b := g.list("other", Which{}); b.Share.Share != nil {
			g.Errorf("of no visit: %+v", b.Share)
		}
	})
}

func TestWhatIsNoPromise(t *testing.T) {
	each(t, func(g *ground) {
		tests := map[string]struct {
			c    Commitment
			want string
		}{
			"of nobody":            {Commitment{By: "both", Due: wednesday}, "commitment.bad_side"},
			"without words":        {Commitment{Text: " 好 ", Due: wednesday}, "commitment.bad_text"},
			"until yesterday":      {Commitment{Due: wednesday.Add(-1)}, "commitment.bad_due"},
			"until no day":         {Commitment{}, "commitment.bad_due"},
			"in two years":         {Commitment{Due: wednesday.AddMonths(24)}, "commitment.bad_due"},
			"to a stranger":        {Commitment{Due: wednesday, Contact: kernel.NewID()}, "commitment.stranger"},
			"looked after by none": {Commitment{Due: wednesday, User: kernel.NewID()}, "commitment.nobody"},
			"to an account unseen": {Commitment{Due: wednesday, Account: g.his}, "db.missing"},
		}
		for name, tt := range tests {
			if _, err := g.promise("rep", tt.c); key(err) != tt.want {
				g.Errorf("%s: %v", name, err)
			}
		}
		if b := g.list("rep", Which{State: All}); len(b.Rows) != 0 {
			g.Errorf("something was kept: %+v", b.Rows)
		}
	})
}

func TestTheInboxIsGroupedByWhenSomebodyHasToAct(t *testing.T) {
	each(t, func(g *ground) {
		g.on(wednesday.Add(-10))
		for _, days := range []int{-2, 0, 4, 5, 40} { // Sunday is the fourth day
			g.promised("rep", Commitment{Due: wednesday.Add(days), Text: fmt.Sprint("承诺", days)})
		}
		g.on(wednesday)
		b := g.list("rep", Which{Whose: Mine})
		var got []string
		for _, r := range b.Rows {
			got = append(got, r.Group)
		}
		if strings.Join(got, " ") != "late week week later later" || b.Late != 1 || b.Week != 2 || b.Later != 2 || b.Rows[0].Days != 2 || !b.Rows[0].May {
			g.Errorf("%v, %+v", got, b)
		}
		if n := len(g.list("manager", Which{Whose: Line, By: Us}).Rows); n != 5 {
			g.Errorf("his manager sees %d", n)
		}
		if n := len(g.list("manager", Which{Whose: Mine}).Rows) + len(g.list("other", Which{}).Rows) + len(g.list("rep", Which{By: Customer}).Rows); n != 0 {
			g.Errorf("%d are somebody else's", n)
		}
	})
}

func TestAPromiseIsPutOffWithAReasonThatStays(t *testing.T) {
	each(t, func(g *ground) {
		c := g.promised("rep", Commitment{Due: wednesday})
		for want, try := range map[string]struct {
			due    kernel.Date
			reason string
		}{"commitment.no_later": {wednesday, "样品未到"}, "commitment.no_reason": {wednesday.Add(3), " "}} {
			if _, err := g.Extend(g.As("rep"), c.ID, c.Version, try.due, try.reason); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
		later, err := g.Extend(g.As("rep"), c.ID, c.Version, wednesday.Add(3), "样品未到")
		if err != nil || later.Due != wednesday.Add(3) || later.First != wednesday {
			g.Fatalf("%+v, %v", later, err)
		}
		if _, err := g.Extend(g.As("rep"), c.ID, c.Version, wednesday.Add(9), "又推迟"); key(err) != "db.stale" {
			g.Errorf("the loser was told %v", err)
		}
		course, err := g.Course(g.As("manager"), c.ID)
		if err != nil || len(course.Extensions) != 1 || course.Extensions[0].Reason != "样品未到" || course.Extensions[0].By != g.User("rep").ID {
			g.Errorf("%+v, %v", course, err)
		}
		if b := g.list("rep", Which{}); b.Rows[0].Moves != 1 {
			g.Errorf("%+v", b.Rows)
		}
	})
}

func TestABrokenPromiseSaysWhyAndIsTold(t *testing.T) {
	each(t, func(g *ground) {
		var told []Commitment
		event.On(g.Kit.Events, func(_ *db.Tx, e Broken) error { told = append(told, e.Commitment); return nil })
		c := g.promised("rep", Commitment{Due: wednesday})
		if _, err := g.End(g.As("rep"), c.ID, 1, Broke, ""); key(err) != "commitment.no_reason" {
			g.Errorf("%v", err)
		}
		broken, err := g.End(g.As("rep"), c.ID, 1, Broke, "生产线停产")
		if err != nil || broken.State != Broke || broken.Ended != wednesday || len(told) != 1 || told[0].ID != c.ID {
			g.Fatalf("%+v, %v, %v", broken, told, err)
		}
		if _, err := g.End(g.As("rep"), c.ID, 2, Kept, ""); key(err) != "commitment.ended" {
			g.Errorf("%v", err)
		}
		again, err := g.Reopen(g.As("rep"), c.ID, 2)
		g.must(err)
		kept, err := g.End(g.As("rep"), c.ID, again.Version, Kept, "")
		if err != nil || kept.State != Kept || len(told) != 1 {
			g.Errorf("%+v, %v", kept, err)
		}
	})
}

// A promise that is written down days after it was made may be late already: that is
// told at once, and not again in the morning.
func TestAPromiseOfAnEarlierDay(t *testing.T) {
	each(t, func(g *ground) {
		var told []Commitment
		event.On(g.Kit.Events, func(_ *db.Tx, e Lapsed) error { told = append(told, e.Commitment); return nil })
		late := g.promised("rep", Commitment{Made: wednesday.Add(-5), Due: wednesday.Add(-1)})
		if late.Made != wednesday.Add(-5) || len(told) != 1 || told[0].ID != late.ID {
			g.Errorf("%+v, %v", late, told)
		}
		if n, err := g.Remind(g.As("rep")); err != nil || n != 0 || len(told) != 1 {
			g.Errorf("told again: %d, %v", n, err)
		}
		if made := g.promised("rep", Commitment{Made: wednesday.Add(5), Due: wednesday.Add(9)}); made.Made != wednesday || len(told) != 1 {
			g.Errorf("made on a day to come: %+v", made)
		}
		if _, err := g.Promise(g.As("rep"), Commitment{Account: g.mine, By: Us, Text: "样品", Due: wednesday.Add(-1)}); key(err) != "commitment.bad_due" {
			g.Errorf("made today, and late: %v", err)
		}
	})
}

// Of ours, what is late or was broken in the last ninety days is a risk.
func TestWhatIsARisk(t *testing.T) {
	each(t, func(g *ground) {
		g.on(wednesday.Add(-200))
		old := g.promised("rep", Commitment{Due: wednesday.Add(-190)})
		late := g.promised("rep", Commitment{Due: wednesday.Add(-1)})
		g.promised("rep", Commitment{Due: wednesday})
		g.promised("rep", Commitment{Due: wednesday.Add(-1), By: Customer})
		_, err := g.End(g.As("rep"), old.ID, 1, Broke, "很久以前的事")
		g.must(err)
		g.on(wednesday)
		count := func(accounts ...kernel.ID) (n int) {
			g.must(g.DB.Read(g.As("rep"), func(tx *db.Tx) error {
				found, err := g.Overdue(tx, accounts...)
				n = found[g.mine]
				return err
			}))
			return n
		}
		if count() != 1 || count(g.mine, g.his) != 1 {
			g.Errorf("%d, %d", count(), count(g.mine, g.his))
		}
		_, err = g.End(g.As("rep"), late.ID, 1, Broke, "样品未到")
		g.must(err)
		if count() != 1 {
			g.Errorf("broken: %d", count())
		}
		g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
			found, err := g.Records(tx, Us, wednesday.Add(-30), wednesday)
			if r := found[g.User("rep").ID]; r != (Record{Due: 2, Broke: 1}) {
				g.Errorf("%+v", r)
			}
			return err
		}))
	})
}

func TestEverybodyIsRemindedOnceAndOnceMore(t *testing.T) {
	each(t, func(g *ground) {
		lapsed := 0
		event.On(g.Kit.Events, func(*db.Tx, Lapsed) error { lapsed++; return nil })
		g.promised("rep", Commitment{Due: wednesday.Add(1)})
		g.promised("rep", Commitment{Due: wednesday.Add(20)})
		steps := []struct{ days, told int }{{0, 1}, {0, 0}, {1, 0}, {2, 1}, {3, 0}}
		for _, step := range steps {
			g.on(wednesday.Add(step.days))
			if n, err := g.Remind(g.As("director")); err != nil || n != step.told {
				g.Errorf("after %d days %d were told, %v", step.days, n, err)
			}
		}
		page, err := notice.New(g.Kit).List(g.As("rep"), kernel.ID{}, 10)
		if err != nil || len(page.Rows) != 2 || lapsed != 1 || !strings.Contains(page.Rows[0].Says, "客户rep") || page.Rows[0].Path != "/visits/promises" {
			g.Errorf("%+v, %d, %v", page, lapsed, err)
		}
	})
}

func TestAPromiseNobodyMadeGoesOnTheSameDay(t *testing.T) {
	each(t, func(g *ground) {
		c := g.promised("rep", Commitment{Due: wednesday})
		if err := g.Drop(g.As("manager"), c.ID, 1); key(err) != "commitment.stays" {
			g.Errorf("by another: %v", err)
		}
		g.on(wednesday.Add(1))
		if err := g.Drop(g.As("rep"), c.ID, 1); key(err) != "commitment.stays" {
			g.Errorf("a day later: %v", err)
		}
		g.on(wednesday)
		g.must(g.Drop(g.As("rep"), c.ID, 1))
	})
}

func TestPromisesGoAlongWhenAccountsAreMergedAndParted(t *testing.T) {
	each(t, func(g *ground) {
		g.promised("rep", Commitment{Due: wednesday})
		count := func(id kernel.ID) int { return len(g.list("director", Which{Account: id}).Rows) }
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		if count(g.his) != 1 {
			g.Error("it stayed behind")
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if count(g.his) != 0 || count(g.mine) != 1 {
			g.Error("it did not come back")
		}
	})
}

func TestPromisesLeaveInWords(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		g.promised("rep", Commitment{Due: wednesday, Text: "=1+1 寄样"})
		g.promised("other", Commitment{Due: wednesday, Account: g.his})
		file := g.Do("rep", "GET", "/api/commitments/export?format=csv", "", "Accept-Language", "en").Body.String()
		if !strings.Contains(file, "rep,客户rep,Ours,'=1+1 寄样,2026-06-10,2026-06-10,Pending,,,rep,0,2026-06-10,") || strings.Count(file, "\r\n") != 2 {
			g.Errorf("%s", file)
		}
	})
}
