package opportunity

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"erba/analysis/sale"
	"erba/feature/importing"
	"erba/kernel"
	"erba/platform/db"
)

// dealt books a file's deals as somebody, and says in a line what became of them.
func (g *ground) dealt(role string, all ...importing.Deal) (out importing.Dealt, line string) {
	g.Helper()
	g.must(g.DB.Write(g.As(role), func(tx *db.Tx) (err error) {
		out, err = g.BookDeals(tx, all)
		return err
	}))
	line = fmt.Sprintf("%d/%d/%d", out.Inserted, out.Updated, out.Same)
	for _, r := range out.Refused {
		line += " " + r.Fault.Key
	}
	return out, line
}

func (g *ground) coded(role, code string) (d Deal, seen bool) {
	g.Helper()
	g.must(g.DB.Read(g.As(role), func(tx *db.Tx) error {
		all, err := byCode(tx, []string{code})
		d, seen = all[code]
		return err
	}))
	return d, seen
}

var (
	began = kernel.On(2026, 3, 1)
	ended = kernel.On(2026, 5, 1)
)

func TestDealsComeFromFiles(t *testing.T) {
	on(t, func(g *ground) {
		deal := importing.Deal{Code: "S1", Account: g.mine, OwnerName: "Moses Frase", Product: "MG Special", Stage: "Engaging", Opened: began, Amount: new(int64(5_000))}
		steps := []struct {
			sentence, role string
			change         func(*importing.Deal)
			want           string
		}{
			{"a new code is a new deal", "rep", func(*importing.Deal) {}, "1/0/0"},
			{"the same again changes nothing", "rep", func(*importing.Deal) {}, "0/0/1"},
			{"what is left out takes nothing away", "rep", func(d *importing.Deal) { d.Product, d.OwnerName, d.Amount = "", "", nil }, "0/0/1"},
			{"an ending needs a day", "rep", func(d *importing.Deal) { d.Stage = "Won" }, "0/0/0 opportunity.bad_closed"},
			{"which is not before the beginning", "rep", func(d *importing.Deal) { d.Stage, d.Closed = "Won", began.Add(-1) }, "0/0/0 opportunity.closed_before"},
			{"then it is won", "rep", func(d *importing.Deal) { d.Stage, d.Closed = "Won", ended }, "0/1/0"},
			{"a code out of sight is taken, and no more is said", "other", func(d *importing.Deal) { d.Account = g.his }, "0/0/0 opportunity.taken"},
		}
		for _, step := range steps {
			one := deal
			step.change(&one)
			if _, got := g.dealt(step.role, one); got != step.want {
				g.Errorf("%s: %s, want %s", step.sentence, got, step.want)
			}
		}
		d, _ := g.coded("rep", "S1")
		if got := fmt.Sprint(d.State, d.Closed, *d.Amount, d.OwnerName, d.Owner.IsZero(), d.Name); got != fmt.Sprint(Won, ended, 5000, "Moses Frase", true, "MG Special") {
			g.Error("the deal is ", got)
		}
	})
}

func TestWhoBringsDealsSpeaksForHimselfAndHisLine(t *testing.T) {
	on(t, func(g *ground) {
		rep, other := g.User("rep").ID, g.User("other").ID
		tests := map[string]struct {
			role   string
			owner  kernel.ID
			want   kernel.ID
			seenBy string
		}{
			"a rep for himself":                         {"rep", rep, rep, "director manager rep"},
			"but for nobody else: it is his to look at": {"rep", other, kernel.ID{}, "director manager rep"},
			"a manager for his rep":                     {"manager", rep, rep, "director manager rep"},
			"who sees all for everybody":                {"director", other, other, "director other"},
		}
		for sentence, tt := range tests {
			code := kernel.NewID().String()
			g.dealt(tt.role, importing.Deal{Code: code, Owner: tt.owner, OwnerName: "某人", Stage: "Prospecting"})
			var seen []string
			for _, role := range []string{"director", "manager", "other", "rep"} {
				if d, ok := g.coded(role, code); ok {
					if seen = append(seen, role); d.Owner != tt.want {
						g.Errorf("%s: it is %v's", sentence, d.Owner)
					}
				}
			}
			if got := strings.Join(seen, " "); got != tt.seenBy {
				g.Errorf("%s: seen by %s, want %s", sentence, got, tt.seenBy)
			}
		}
	})
}

func TestDealsOfAFileAreTakenBack(t *testing.T) {
	on(t, func(g *ground) {
		first, _ := g.dealt("rep", importing.Deal{Code: "S1", Account: g.mine, Stage: "Engaging", Opened: began}, importing.Deal{Code: "S2", Stage: "Engaging", Opened: began})
		was, _ := g.coded("rep", "S1")
		second, _ := g.dealt("rep", importing.Deal{Code: "S1", Account: g.mine, Stage: "Lost", Opened: began, Closed: ended}, importing.Deal{Code: "S3", Account: g.mine, Stage: "new", Opened: began})
		g.takeBack(second.Written, "")
		if d, _ := g.coded("rep", "S1"); d.State != Going || d.Stage != was.Stage || !d.Closed.IsZero() {
			g.Errorf("S1 is %s at %s", d.State, d.Stage)
		}
		if _, there := g.coded("director", "S3"); there {
			g.Error("S3 is still there")
		}
		g.takeBack(first.Written[:1], "opportunity.changed_since")
		g.takeBack(first.Written[1:], "")
		if _, there := g.coded("director", "S2"); there {
			g.Error("S2 is still there")
		}
	})
}

// takeBack undoes rows, or says why one stands against it.
func (g *ground) takeBack(rows []kernel.Written, want string) {
	g.Helper()
	why := ""
	g.must(g.DB.Write(g.As("rep"), func(tx *db.Tx) error {
		kept, err := g.Stands(tx, rows, nil)
		if len(kept) > 0 || err != nil {
			raw, _ := json.Marshal(kept)
			why = string(raw)
			return err
		}
		return g.Unbook(tx, rows)
	}))
	if want == "" && why != "" || !strings.Contains(why, want) {
		g.Errorf("it stands because of %q, want %q", why, want)
	}
}

func TestWordsOfOtherSystems(t *testing.T) {
	cfg := sale.Default()
	tests := map[string]string{"Won": "full signing won true", "closed lost": "full plan lost true", "Prospecting": "full plan open true", " Engaging ": "full research open true",
		"商务谈判": "full negotiation open true", "Offer": "short offer open true", "谈判": "full negotiation open true", "七上八下": "full plan open false"}
	for word, want := range tests {
		process, stage, state, known := standing(cfg, word)
		if got := fmt.Sprint(process, " ", stage, " ", state, " ", known); got != want {
			t.Errorf("%q is %s, want %s", word, got, want)
		}
	}
}

// A file says no more than its bringer may say by hand: it does not end a deal past
// the prices it offers, nor rewrite one that has ended, nor give it another's name.
func TestAFileIsNoWayAroundTheGates(t *testing.T) {
	on(t, func(g *ground) {
		rep := g.User("rep")
		d := g.opened("rep", Deal{Code: "P1", Process: "short"})
		d, err := g.Offer(g.As("rep"), d.ID, d.Version, []Line{{Text: "齿轮箱", Quantity: kernel.Whole(1), Asked: kernel.Whole(70)}})
		g.must(err)
		over := g.opened("rep", Deal{Code: "P2", Process: "short"})
		_, err = g.Close(g.As("rep"), over.ID, over.Version, Outcome{State: Lost, Reason: "price", Lesson: "早报价"})
		g.must(err)
		tests := map[string]struct {
			role string
			deal importing.Deal
			want string
		}{
			"a deal with prices is not won by a file": {"rep", importing.Deal{Code: "P1", Stage: "Won", Closed: ended.Add(45)}, "0/0/0 opportunity.goes_here"},
			"nor moved":                                   {"rep", importing.Deal{Code: "P1", Stage: "Offer"}, "0/0/0 opportunity.goes_here"},
			"nor is it worth something else":              {"rep", importing.Deal{Code: "P1", Stage: d.Stage, Amount: new(int64(1))}, "0/0/0 opportunity.goes_here"},
			"a deal that has ended is not open again":     {"rep", importing.Deal{Code: "P2", Stage: "Offer"}, "0/0/0 opportunity.ended"},
			"nor worth something else":                    {"rep", importing.Deal{Code: "P2", Stage: "Lost", Closed: wednesday, Amount: new(int64(1))}, "0/0/0 opportunity.ended"},
			"the same as before is nothing":               {"rep", importing.Deal{Code: "P1", Stage: d.Stage}, "0/0/1"},
			"nobody else's name stands beside its leader": {"rep", importing.Deal{Code: "P1", Stage: d.Stage, OwnerName: "老板"}, "0/0/1"},
		}
		for sentence, tt := range tests {
			if _, got := g.dealt(tt.role, tt.deal); got != tt.want {
				g.Errorf("%s: %s, want %s", sentence, got, tt.want)
			}
		}
		if now := g.deal("rep", d.ID); now.State != Going || *now.Amount != 70_00 || now.OwnerName != rep.Name {
			g.Errorf("%+v", now)
		}
		if _, got := g.dealt("director", importing.Deal{Code: "P1", Stage: "Won", Closed: ended.Add(45)}); got != "0/1/0" {
			g.Errorf("who speaks for everybody: %s", got)
		}
	})
}

// A deal without an account that a file gives to somebody else is seen by him, and by
// who had it once the file is taken back.
func TestAFileHandsADealOver(t *testing.T) {
	on(t, func(g *ground) {
		rep, other := g.User("rep").ID, g.User("other").ID
		g.dealt("director", importing.Deal{Code: "S1", Owner: rep, Stage: "new", Opened: began})
		sees := func() (who string) {
			for _, role := range []string{"other", "rep"} {
				if _, seen := g.coded(role, "S1"); seen {
					who += role
				}
			}
			return who
		}
		out, _ := g.dealt("director", importing.Deal{Code: "S1", Owner: other, Stage: "new", Opened: began})
		if who := sees(); who != "other" {
			g.Errorf("it is seen by %q", who)
		}
		g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error { return g.Unbook(tx, out.Written) }))
		if who := sees(); who != "rep" {
			g.Errorf("taken back it is seen by %q", who)
		}
	})
}
