package pool

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"erba/feature/account"
	"erba/feature/claim"
	"erba/feature/interaction"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

func TestTheRulesRecycle(t *testing.T) {
	each(t, 4, func(g *ground) {
		g.call(1, 10)
		g.sell(2, 0, 100)
		if run := g.night(); run.Fell != 0 || len(g.pool("other")) != 0 {
			g.Fatalf("without rules nothing falls: %+v", run)
		}
		trial, err := g.Try(g.As("director"), Rules{Lines: []Line{{None, 30}}, Warn: 7})
		g.ok(err)
		if trial.Falls != 2 || trial.Looked != 4 || len(trial.Rows) != 2 || trial.Soon != 0 {
			g.Errorf("tried out: %+v", trial)
		}
		g.rule(nil)
		run := g.night()
		rows := g.pool("other")
		if run.Fell != 2 || len(rows) != 2 || rows[0].ID != g.ids[0] || rows[1].ID != g.ids[3] || !rows[0].Mine {
			g.Errorf("%+v: %+v", run, rows)
		}
		if !g.owner(0).IsZero() || g.owner(1) != g.User("rep").ID || g.owner(2) != g.User("rep").ID {
			g.Error("who was visited, or has ordered, is kept")
		}
		if again := g.night(); again.Fell != 0 {
			g.Errorf("what lies there falls no more: %+v", again)
		}
	})
}

// Whoever was only called, or has only written, is kept, too; a question of his
// that nobody has answered is no contact of ours.
func TestACallIsAContact(t *testing.T) {
	each(t, 3, func(g *ground) {
		touch := func(i int, one interaction.Interaction) {
			one.Account, one.Subject = g.ids[i], "价格沟通"
			g.ok(g.db.Write(g.As("rep"), func(tx *db.Tx) error {
				_, err := g.interactions.Log(tx, one)
				return err
			}))
		}
		touch(0, interaction.Interaction{On: g.today().Add(-10), Channel: interaction.Phone, Direction: interaction.Out})
		touch(1, interaction.Interaction{At: g.clock.AddDate(0, 0, -10).UnixMicro(), Channel: interaction.Mail, Direction: interaction.In, Waits: true})
		g.rule(nil)
		if run := g.night(); run.Fell != 2 || g.owner(0) != g.User("rep").ID {
			g.Errorf("%+v", run)
		}
	})
}

// Nobody sees more of an account in the pool than what it is, and nothing by way of
// the account itself.
func TestWhatIsSeenBeforeItIsTaken(t *testing.T) {
	each(t, 1, func(g *ground) {
		g.rule(nil)
		g.night()
		raw, err := json.Marshal(g.pool("other"))
		g.ok(err)
		for name := range strings.SplitSeq("code phone uscc owner sales margin contact", " ") {
			if strings.Contains(string(raw), `"`+name) {
				g.Errorf("the pool tells %s: %s", name, raw)
			}
		}
		if _, err := g.accounts.Find(g.As("other"), g.ids[0]); err == nil {
			g.Error("an account in the pool opens before it is taken")
		}
		if _, err := g.accounts.Find(g.As("rep"), g.ids[0]); err == nil {
			g.Error("who had it before still sees it")
		}
		g.ok(g.Take(g.As("other"), g.ids[0]))
		if _, err := g.accounts.Find(g.As("other"), g.ids[0]); err != nil {
			g.Errorf("once taken it is his: %v", err)
		}
	})
}

// A rule that would recycle a key account is refused with their number and names, and
// nothing has changed; without them it holds.
func TestAKeyAccountIsNeverRecycled(t *testing.T) {
	each(t, 3, func(g *ground) {
		g.ok(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
			return g.portfolio.List(tx, portfolio.Status{Account: g.ids[1], Since: g.today().Add(-99), Listed: g.today()})
		}))
		r := usual
		r.Lines, r.Reason = []Line{{None, 30}}, "试行"
		_, err := g.Enforce(g.As("director"), r)
		g.refuses(err, "pool.would_take_keys")
		if fault, is := err.(*kernel.Fault); !is || fault.Args["count"] != 1 || fault.Args["names"] != "客户0002" {
			g.Errorf("the sentence says %v", err)
		}
		if now, err := g.Rules(g.As("director")); err != nil || now.Version != 0 {
			g.Errorf("%+v are in force: %v", now, err)
		}
		g.refuses(g.GiveBack(g.As("rep"), g.ids[1], "太远"), "pool.key_account")
		g.rule(func(r *Rules) { r.Spare = []kernel.ID{g.ids[1]} })
		if run := g.night(); run.Fell != 2 || g.owner(1) != g.User("rep").ID {
			g.Errorf("%+v", run)
		}
	})
}

// An account that has become one since the rules were put in force is kept all the same.
func TestAnAccountThatBecomesKeyIsKept(t *testing.T) {
	each(t, 2, func(g *ground) {
		g.rule(nil)
		g.ok(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
			return g.portfolio.List(tx, portfolio.Status{Account: g.ids[0], Since: g.today(), Listed: g.today()})
		}))
		if run := g.night(); run.Fell != 1 || run.Kept != 1 || g.owner(0) != g.User("rep").ID {
			g.Errorf("%+v", run)
		}
	})
}

func TestTakingHasItsLimits(t *testing.T) {
	each(t, 5, func(g *ground) {
		g.rule(func(r *Rules) { r.Most, r.Daily = 3, 2 })
		g.night()
		take := func(role string, i int) error { return g.Take(g.As(role), g.ids[i]) }
		g.refuses(take("rep", 0), "pool.cooling")
		g.ok(take("other", 0))
		g.refuses(take("manager", 0), "pool.gone")
		g.refuses(g.Take(g.As("other"), kernel.NewID()), "db.missing")
		g.ok(take("other", 1))
		g.refuses(take("other", 2), "pool.enough_today")
		g.clock = g.clock.AddDate(0, 0, 1)
		g.ok(take("other", 2))
		g.clock = g.clock.AddDate(0, 0, 1)
		g.refuses(take("other", 3), "pool.enough")
		g.refuses(g.GiveBack(g.As("other"), g.ids[0], " "), "pool.no_reason")
		g.ok(g.GiveBack(g.As("other"), g.ids[0], "不在我的区域"))
		g.refuses(g.GiveBack(g.As("other"), g.ids[0], "再退一次"), "db.missing")
		g.ok(take("other", 3))
		g.refuses(take("other", 0), "pool.cooling")
		g.clock = g.clock.AddDate(0, 0, 29)
		g.ok(take("rep", 0))
	})
}

func TestWhatIsRegisteredIsKeptForWhoRegisteredIt(t *testing.T) {
	each(t, 1, func(g *ground) {
		g.rule(nil)
		g.night()
		claims := claim.New(g.Kit)
		one, err := claims.Claim(g.As("manager"), claim.Claim{Company: claim.Company{Name: "客户0001"}, Project: "年度框架", Evidence: "拜访", Reason: "有项目"})
		g.ok(err)
		if one.State != claim.Clashing {
			g.Fatalf("it is there already: %s", one.State)
		}
		g.Exec(`UPDATE claims SET state = 'granted', until_on = ?`, g.today().Add(9))
		if rows := g.pool("other"); !rows[0].Claimed || rows[0].Mine {
			g.Errorf("%+v", rows[0])
		}
		g.refuses(g.Take(g.As("other"), g.ids[0]), "pool.is_claimed")
		g.ok(g.Take(g.As("manager"), g.ids[0]))
	})
}

func TestAManagerAssigns(t *testing.T) {
	each(t, 3, func(g *ground) {
		g.rule(nil)
		g.night()
		rep, other := g.User("rep").ID, g.User("other").ID
		g.refuses(g.Assign(g.As("manager"), g.ids[0], other, kernel.Date{}), "pool.not_yours")
		g.ok(g.Assign(g.As("manager"), g.ids[0], rep, kernel.Date{})) // he had it before, and his manager says so
		if g.owner(0) != rep {
			g.Error("it was not assigned")
		}
		g.ok(g.Assign(g.As("manager"), g.ids[1], rep, g.today().Add(3)))
		if !g.owner(1).IsZero() {
			g.Error("it was handed over before its day")
		}
		g.refuses(g.Take(g.As("other"), g.ids[1]), "pool.is_reserved")
		g.clock = g.clock.AddDate(0, 0, 3)
		g.night()
		if g.owner(1) != rep {
			g.Error("it was not handed over on its day")
		}
	})
}

// What is promised stays promised, as long as there is somebody to whom it was.
func TestAPromiseIsKept(t *testing.T) {
	each(t, 2, func(g *ground) {
		g.rule(nil)
		g.night()
		rep, other, later := g.User("rep").ID, g.User("other").ID, g.today().Add(3)
		for _, id := range g.ids {
			g.ok(g.Assign(g.As("director"), id, other, later))
		}
		g.refuses(g.Assign(g.As("manager"), g.ids[0], rep, kernel.Date{}), "pool.is_reserved")
		g.ok(g.Assign(g.As("director"), g.ids[0], rep, later))
		g.ok(g.Assign(g.As("manager"), g.ids[0], g.User("manager").ID, later))
		g.Exec(`UPDATE users SET active = FALSE WHERE id = ?`, other)
		g.clock = g.clock.AddDate(0, 0, 3)
		g.night()
		if g.owner(0) != g.User("manager").ID || !g.owner(1).IsZero() {
			g.Errorf("the manager's is %v's, that of who has left %v's", g.owner(0), g.owner(1))
		}
		g.ok(g.Take(g.As("manager"), g.ids[1]))
	})
}

func TestARunIsTakenBack(t *testing.T) {
	each(t, 3, func(g *ground) {
		g.Exec(`INSERT INTO row_members (row_id, user_id, owner) VALUES (?, ?, FALSE)`, g.ids[0], g.User("other").ID)
		g.rule(nil)
		run := g.night()
		g.ok(g.Take(g.As("other"), g.ids[1]))
		u, err := g.Undo(g.As("director"), run.ID)
		g.ok(err)
		if u != (Undone{Back: 2}) || g.owner(0) != g.User("rep").ID || g.owner(1) != g.User("other").ID || len(g.pool("other")) != 0 {
			g.Errorf("%+v, and then %v", u, g.pool("other"))
		}
		row, err := g.accounts.Find(g.As("director"), g.ids[0])
		if g.ok(err); !slices.Equal(row.Team, []kernel.ID{g.User("other").ID}) {
			g.Errorf("its team is %v", row.Team)
		}
		_, err = g.Undo(g.As("director"), run.ID)
		g.refuses(err, "pool.undone_already")
		if again := g.night(); again.Fell != 0 {
			g.Errorf("whoever got it back has all his days: %+v", again)
		}
	})
}

// Taking a long run back holds nobody else up: it is done in portions, and one that
// breaks off goes on where it stopped.
func TestTakingBackBreaksOffAndGoesOn(t *testing.T) {
	each(t, backward+20, func(g *ground) {
		g.rule(nil)
		run, last := g.night(), backward+19
		ctx, stop := context.WithCancel(g.As("director"))
		looks := 0
		g.Service.now = func() time.Time {
			if looks++; looks == 2*backward+20 { // two looks at the day for each account: in the second portion
				stop()
			}
			return g.clock
		}
		if _, err := g.Undo(ctx, run.ID); err == nil || g.owner(0) != g.User("rep").ID || !g.owner(last).IsZero() {
			g.Fatalf("the first belongs to %v, the last to %v: %v", g.owner(0), g.owner(last), err)
		}
		u, err := g.Undo(g.As("director"), run.ID)
		if g.ok(err); u != (Undone{Back: backward + 20}) || g.owner(last) != g.User("rep").ID {
			g.Errorf("%+v, and the last belongs to %v", u, g.owner(last))
		}
		_, err = g.Undo(g.As("director"), run.ID)
		g.refuses(err, "pool.undone_already")
	})
}

// What was promised since a run is not taken from whom it was promised to.
func TestTakingBackKeepsPromises(t *testing.T) {
	each(t, 2, func(g *ground) {
		g.rule(nil)
		run, other := g.night(), g.User("other").ID
		g.ok(g.Assign(g.As("director"), g.ids[0], other, g.today().Add(3)))
		u, err := g.Undo(g.As("director"), run.ID)
		if g.ok(err); u != (Undone{Back: 1, Left: 1}) || g.owner(1) != g.User("rep").ID {
			g.Errorf("%+v, and the other one belongs to %v", u, g.owner(1))
		}
		g.clock = g.clock.AddDate(0, 0, 3)
		g.night()
		if g.owner(0) != other {
			g.Errorf("the promised one belongs to %v", g.owner(0))
		}
	})
}

// A night that breaks off is taken back like any other.
func TestARunThatBreaksOffIsTakenBack(t *testing.T) {
	each(t, 2, func(g *ground) {
		g.rule(nil)
		ctx, stop := context.WithCancel(identity.With(g.Context(), identity.System()))
		if _, err := g.Recycle(ctx, func(int64, int64) { stop() }); err == nil || !g.owner(0).IsZero() {
			g.Fatalf("it went on: %v", err)
		}
		runs, err := g.Runs(g.As("director"))
		g.ok(err)
		if len(runs) != 1 {
			g.Fatalf("%+v", runs)
		}
		if u, err := g.Undo(g.As("director"), runs[0].ID); err != nil || u.Back != 2 || g.owner(0) != g.User("rep").ID {
			g.Errorf("%+v, %v", u, err)
		}
	})
}

// What is handed out in another way lies in the pool no more.
func TestWhatGetsAnOwnerLeaves(t *testing.T) {
	each(t, 1, func(g *ground) {
		g.rule(nil)
		g.night()
		row, err := g.accounts.Find(g.As("director"), g.ids[0])
		g.ok(err)
		_, err = g.accounts.Assign(g.As("director"), account.Account{ID: g.ids[0], Owner: g.User("other").ID, Version: row.Version})
		g.ok(err)
		g.refuses(g.Take(g.As("manager"), g.ids[0]), "pool.gone")
		g.ok(g.GiveBack(g.As("other"), g.ids[0], "不在我的区域"))
		if rows := g.pool("manager"); len(rows) != 1 || rows[0].Was != g.User("other").ID {
			g.Errorf("%+v", rows)
		}
	})
}

// Who gives an account back says so of whose it was when he looked: handed over
// meanwhile, it stays with its new owner.
func TestWhatIsHandedOverMeanwhileIsNotGivenBack(t *testing.T) {
	each(t, 1, func(g *ground) {
		var seen []thing
		g.ok(g.DB.Read(g.As("manager"), func(tx *db.Tx) (err error) {
			seen, err = things(tx, g.ids)
			return err
		}))
		other := g.User("other").ID
		g.ok(g.DB.Write(g.As("director"), func(tx *db.Tx) error { return g.accounts.Hand(tx, other, g.ids...) }))
		g.refuses(g.DB.Write(g.As("manager"), func(tx *db.Tx) error { return g.giveBack(tx, seen[0], "太远") }), "pool.changed_hands")
		if g.owner(0) != other || len(g.pool("rep")) != 0 {
			g.Errorf("it belongs to %v", g.owner(0))
		}
	})
}

// Whichever comes first, giving back or handing over: it is the new owner's in the end.
func TestGivingBackAndHandingOverAtOnce(t *testing.T) {
	each(t, 20, func(g *ground) {
		rep, director, other := g.As("rep"), g.As("director"), g.User("other").ID
		var all sync.WaitGroup
		for _, id := range g.ids {
			all.Go(func() { _ = g.GiveBack(rep, id, "太远") }) // who was slower is refused
			all.Go(func() {
				if err := g.DB.Write(director, func(tx *db.Tx) error { return g.accounts.Hand(tx, other, id) }); err != nil {
					g.Error(err)
				}
			})
		}
		all.Wait()
		for i := range g.ids {
			if g.owner(i) != other {
				g.Errorf("%d belongs to %v", i, g.owner(i))
			}
		}
	})
}

// Whoever comes and however many: each account goes to one of them, nobody has more
// than his limit, and who came too late is told so.
func TestTheFirstWhoAsksHasIt(t *testing.T) {
	each(t, 12, func(g *ground) {
		r := g.rule(func(r *Rules) { r.Most, r.Daily, r.Cooling = 4, 4, 0 })
		g.night()
		for round := range 6 {
			random := rand.New(rand.NewPCG(1, uint64(round)))
			roles, faults := []string{"rep", "other", "manager", "director"}, make(chan error, 200)
			var all sync.WaitGroup
			for range 60 {
				ctx, id := g.As(roles[random.IntN(len(roles))]), g.ids[random.IntN(len(g.ids))]
				all.Go(func() { faults <- g.Take(ctx, id) })
			}
			all.Wait()
			close(faults)
			taken := 0
			for err := range faults {
				switch fault, is := err.(*kernel.Fault); {
				case err == nil:
					taken++
				case !is || !slices.Contains([]string{"pool.gone", "pool.enough", "pool.enough_today"}, fault.Key):
					g.Fatal(err)
				}
			}
			owned := map[kernel.ID]int{}
			for i := range g.ids {
				if owner := g.owner(i); !owner.IsZero() {
					owned[owner]++
					taken--
				}
			}
			for _, n := range owned {
				if int64(n) > r.Most {
					g.Errorf("somebody has %d", n)
				}
			}
			if taken != 0 || len(owned) == 0 {
				g.Fatalf("round %d: %d more were taken than belong to somebody", round, taken)
			}
			g.clean()
		}
	})
}

// clean puts everything back into the pool.
func (g *ground) clean() {
	g.Helper()
	g.clock = g.clock.AddDate(0, 0, 1)
	g.ok(g.DB.Write(identity.With(g.Context(), identity.System()), func(tx *db.Tx) error {
		var out []kernel.ID
		for _, id := range g.ids {
			if in, err := inside(tx, []kernel.ID{id}); err == nil && len(in) == 0 {
				out = append(out, id)
			}
		}
		found, err := things(tx, out)
		if err != nil || len(found) == 0 {
			return err
		}
		return g.enter(tx, Returned, "再来", kernel.ID{}, found...)
	}))
}

func TestTheListTurnsItsPages(t *testing.T) {
	each(t, 25, func(g *ground) {
		g.rule(nil)
		g.night()
		for _, f := range []Filter{{Limit: 10}, {Limit: 10, Latest: true}, {Limit: 10, Region: "华东"}, {Limit: 10, Industry: "机械", Search: "客户"}} {
			seen := map[kernel.ID]bool{}
			for {
				page, err := g.List(g.As("other"), f)
				g.ok(err)
				for _, r := range page.Rows {
					seen[r.ID] = true
				}
				if f.After = page.Next; f.After.IsZero() {
					break
				}
			}
			if len(seen) != 25 {
				g.Errorf("%+v shows %d", f, len(seen))
			}
		}
		if page, err := g.List(g.As("other"), Filter{Limit: 10, Region: "华南"}); err != nil || len(page.Rows) != 0 {
			g.Errorf("%v %v", page, err)
		}
		st, err := g.Standing(g.As("other"))
		if g.ok(err); st.Count != 25 || fmt.Sprint(st.Places.Regions) != "[华东]" {
			g.Errorf("%+v", st)
		}
	})
}

func TestWhoIsAboutToLoseAnAccountIsTold(t *testing.T) {
	each(t, 3, func(g *ground) {
		g.sell(0, 25, 100)
		g.sell(2, 0, 100) // up to here contacts are known
		g.call(1, 24)
		g.rule(func(r *Rules) { r.Lines = []Line{{None, 30}} })
		if run := g.night(); run.Warned != 1 {
			g.Errorf("%+v", run)
		}
		page, err := g.Warnings(g.As("rep"), kernel.ID{}, 50)
		if g.ok(err); len(page.Rows) != 1 || page.Rows[0].Account != g.ids[1] || page.Rows[0].By != ByVisit {
			g.Errorf("%+v", page)
		}
		if page, err := g.Warnings(g.As("other"), kernel.ID{}, 50); err != nil || len(page.Rows) != 0 {
			g.Errorf("others are told, too: %+v %v", page, err)
		}
		st, err := g.Standing(g.As("rep"))
		if g.ok(err); st.Soon != 1 {
			g.Errorf("%+v", st)
		}
	})
}
