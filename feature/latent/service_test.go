package latent

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, approval.Feature, product.Feature, ledger.Feature, method.Feature, portfolio.Feature, Feature}

// ground is a company whose customers are of one industry and size; those with an
// odd number are the rep's, the others are somebody else's.
type ground struct {
	*apptest.Stage
	*Service
	ledger *ledger.Service
	ids    []kernel.ID
	files  int
}

var june = kernel.On(2026, 6, 30)

func each(t *testing.T, customers int, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), ledger: ledger.New(s.Kit)}
		for i := range customers {
			role := "rep"
			if i%2 == 0 {
				role = "other"
			}
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i), Name: fmt.Sprintf("客户%02d", i), Industry: "机械",
				Employees: new(int64(50)), Revenue: new(int64(5_000_000_00))}}
			must(s, account.New(s.Kit).Open(s.As(role), a...))
			g.ids = append(g.ids, a[0].ID)
		}
		f(g)
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// line is a sale of so many yuan.
func (g *ground) line(customer int, order, product string, on kernel.Date, yuan int64) ledger.Line {
	return ledger.Line{Account: g.ids[customer], Order: order, Product: product, On: on, Quantity: kernel.Whole(1),
		Price: kernel.Whole(yuan), Amount: yuan * 100}
}

// sell books lines as one file of a source of its own.
func (g *ground) sell(lines ...ledger.Line) ledger.Batch {
	g.Helper()
	g.files++
	ctx := g.As("director")
	b, err := g.ledger.Begin(ctx, ledger.Batch{Source: fmt.Sprint("erp", g.files), Kind: ledger.Orders, File: "orders.csv"})
	must(g.Stage, err)
	tally := ledger.NewTally()
	for i := range lines {
		tally.Line(&lines[i])
	}
	o, err := g.ledger.BookLines(ctx, b.ID, lines)
	must(g.Stage, err)
	b, err = g.ledger.Publish(ctx, b.ID, o, nil)
	must(g.Stage, err)
	return b
}

func (g *ground) mine() Report {
	g.Helper()
	r, err := g.Mine(g.As("director"), func(int64, int64) {})
	must(g.Stage, err)
	return r
}

func (g *ground) list(role string, w Which) Rows {
	g.Helper()
	rows, err := g.List(g.As(role), w, 0, 100)
	must(g.Stage, err)
	return rows
}

func (g *ground) sheet(role string, customer int) Sheet {
	g.Helper()
	sheet, err := g.Sheet(g.As(role), g.ids[customer])
	must(g.Stage, err)
	return sheet
}

// market lets twelve customers buy: all of them P1, the first five also P2 for
// 100, 200 … 500 yuan; the last one buys P3 every month and forgot it in the end.
func (g *ground) market() {
	var lines []ledger.Line
	for i := range 12 {
		lines = append(lines, g.line(i, fmt.Sprint("A", i), "P1", kernel.On(2026, 1, 10+i), 1000))
		if i < 5 {
			lines = append(lines, g.line(i, fmt.Sprint("B", i), "P2", kernel.On(2026, 2, 1+i), int64(100*(i+1))))
		}
	}
	for _, day := range []kernel.Date{kernel.On(2025, 12, 1), kernel.On(2025, 12, 31), kernel.On(2026, 2, 1), kernel.On(2026, 3, 1), kernel.On(2026, 4, 1)} {
		lines = append(lines, g.line(11, "R"+day.String(), "P3", day, 70))
	}
	g.sell(append(lines, g.line(0, "Z", "P1", kernel.On(2026, 5, 21), 10))...)
}

// The intervals of the last customer are 30, 32, 28 and 31 days, and the ledger
// ends 50 days after the last purchase: the example of the specification.
func TestM96IsFoundInALedger(t *testing.T) {
	each(t, 12, func(g *ground) {
		if s := g.sheet("director", 11); s.Mined || len(s.Rows) != 0 {
			g.Fatalf("before anything was looked at: %+v", s)
		}
		g.market()
		if r := g.mine(); r.Accounts != 12 || r.Read != 12 || r.AsOf != kernel.On(2026, 5, 21) || r.Candidates != 8 {
			g.Fatalf("%+v", r)
		}
		s := g.sheet("rep", 11)
		if len(s.Rows) != 2 || !s.Segment || !s.May {
			g.Fatalf("%+v", s)
		}
		gap, due := s.Rows[0], s.Rows[1]
		if gap.Kind != "gap" || gap.Product != "P2" || gap.Value != nil || gap.Why.Inputs[0].Value != 5.0/12 {
			g.Errorf("five buyers are too few to tell a rep what they spend: %+v", gap)
		}
		if due.Kind != "reorder" || due.Product != "P3" || *due.Value != 7000 || due.Every != 30.5 || due.Since != 50 || due.Why.Cuts[0].Value != 45.75 {
			g.Errorf("%+v", due)
		}
		if all := g.sheet("director", 11); *all.Rows[0].Value != 300_00 || all.Rows[0].Why.Inputs[1].Value != 5 {
			g.Errorf("a director is told: %+v", all.Rows[0])
		}
		if s := g.sheet("director", 0); len(s.Rows) != 0 {
			g.Errorf("it buys both: %+v", s.Rows)
		}
		if _, err := g.Sheet(g.As("rep"), g.ids[0]); err == nil {
			g.Error("somebody else's customer")
		}
	})
}

func TestTheListIsWhatTheReaderSees(t *testing.T) {
	each(t, 12, func(g *ground) {
		g.market()
		g.mine()
		all := g.list("director", Which{})
		if all.Scope != "all" || all.Count != 8 || all.Accounts != 7 || *all.Rows[0].Value != 300_00 || all.Rows[7].Kind != "reorder" {
			g.Errorf("%+v", all)
		}
		own := g.list("rep", Which{})
		if own.Scope != "own" || own.Count != 5 || own.Accounts != 4 || own.Rows[0].Kind != "reorder" || own.Rows[1].Value != nil {
			g.Errorf("what may not be told does not sort either: %+v", own)
		}
		tests := map[string]struct {
			which Which
			want  int
		}{
			"by kind":               {Which{Kind: "reorder"}, 1},
			"by owner":              {Which{Owner: g.User("rep").ID}, 5},
			"by industry":           {Which{Industry: "机械"}, 8},
			"of an unheard of one":  {Which{Industry: "化工"}, 0},
			"by product":            {Which{Product: "P2"}, 7},
			"by kind and a product": {Which{Kind: "gap", Product: "P3"}, 0},
		}
		for name, tt := range tests {
			if got := g.list("director", tt.which); got.Count != tt.want || len(got.Rows) != tt.want {
				g.Errorf("%s: %d", name, got.Count)
			}
		}
		page, err := g.List(g.As("director"), Which{}, 5, 2)
		if err != nil || len(page.Rows) != 2 || page.Next != 7 || page.Rows[0].Account != all.Rows[5].Account {
			g.Errorf("%+v, %v", page, err)
		}
		rows, err := g.Export(g.As("rep"), Which{}, func(key string) string { return key })
		must(g.Stage, err)
		n := 0
		for cells := range rows {
			if n++; len(cells) != len(Exported) || cells[3] == "latent.gap" && cells[7] != nil {
				g.Errorf("%v", cells)
			}
		}
		if n != 5 {
			g.Errorf("%d rows were taken along", n)
		}
	})
}

func TestWhatIsNothingForAnAccountStaysAway(t *testing.T) {
	each(t, 12, func(g *ground) {
		g.market()
		g.mine()
		tests := map[string]struct {
			role, product, kind, reason, want string
		}{
			"without a reason":        {"rep", "P2", "gap", " ", "latent.no_reason"},
			"what nobody proposed":    {"rep", "P9", "gap", "没有需求", "latent.not_proposed"},
			"as something else":       {"rep", "P2", "reorder", "没有需求", "latent.not_proposed"},
			"of an account not seen":  {"other", "P2", "gap", "没有需求", "db.missing"},
			"now it is said":          {"rep", "P2", "gap", "自产", ""},
			"which cannot be done be": {"manager", "P3", "reorder", "停产", ""},
		}
		for name, tt := range tests {
			if _, err := g.Decline(g.As(tt.role), g.ids[11], tt.product, tt.kind, tt.reason); key(err) != tt.want {
				g.Errorf("%s: %v", name, err)
			}
		}
		g.mine()
		s := g.sheet("rep", 11)
		if len(s.Rows) != 0 || len(s.Declined) != 2 || g.list("director", Which{}).Count != 6 {
			g.Fatalf("%+v", s)
		}
		if _, err := g.Decline(g.As("rep"), g.ids[11], "P2", "gap", "再说一次"); key(err) != "latent.not_proposed" {
			g.Errorf("twice: %v", err)
		}
		if _, err := g.Reconsider(g.As("other"), s.Declined[0].ID); key(err) != "db.missing" {
			g.Errorf("somebody else's: %v", err)
		}
		_, err := g.Reconsider(g.As("rep"), s.Declined[0].ID)
		must(g.Stage, err)
		if s := g.sheet("rep", 11); len(s.Rows) != 1 || len(s.Declined) != 1 {
			g.Errorf("it is proposed again: %+v", s)
		}
	})
}

func TestDecisionsGoWithTheirAccount(t *testing.T) {
	each(t, 12, func(g *ground) {
		g.market()
		g.mine()
		accounts := account.New(g.Kit)
		_, err := g.Decline(g.As("rep"), g.ids[11], "P2", "gap", "自产")
		must(g.Stage, err)
		merge, err := accounts.Merge(g.As("director"), g.ids[11], g.ids[9], nil)
		must(g.Stage, err)
		if s := g.sheet("rep", 9); len(s.Declined) != 1 {
			g.Errorf("merged: %+v", s)
		}
		must(g.Stage, accounts.Part(g.As("director"), merge.ID))
		if s := g.sheet("rep", 9); len(s.Declined) != 0 {
			g.Errorf("parted: %+v", s)
		}
		if s := g.sheet("rep", 11); len(s.Declined) != 1 {
			g.Errorf("parted: %+v", s)
		}
	})
}

func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// kept is all that was worked out, without the numbers of products and segments,
// which depend on who came first.
func (g *ground) kept() (found map[string]Rows, pairs Pairs) {
	found = map[string]Rows{}
	for i, id := range g.ids {
		if s, err := g.Sheet(g.As("director"), id); err == nil {
			found[fmt.Sprint(i)] = Rows{AsOf: s.AsOf, Rows: rowsOf(s)}
		}
	}
	pairs, err := g.Pairs(g.As("director"), 200)
	must(g.Stage, err)
	return found, pairs
}

func rowsOf(s Sheet) (all []Row) {
	for _, c := range s.Rows {
		all = append(all, Row{Candidate: c})
	}
	return all
}

// After any series of imports, undos, merges and partings the state that was
// brought along step by step is the one that a new start finds.
func TestStepByStepIsAsFromTheStart(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			each(t, 24, func(g *ground) {
				rng := rand.New(rand.NewPCG(seed, 5))
				var batches []ledger.Batch
				var merge kernel.ID
				accounts := account.New(g.Kit)
				for step := range 12 {
					switch rng.IntN(5) {
					case 0:
						if len(batches) > 0 {
							_, err := g.ledger.Undo(g.As("director"), batches[len(batches)-1].ID)
							must(g.Stage, err)
							batches = batches[:len(batches)-1]
						}
					case 1:
						if !merge.IsZero() {
							must(g.Stage, accounts.Part(g.As("director"), merge))
							merge = kernel.ID{}
							break
						}
						m, err := accounts.Merge(g.As("director"), g.ids[1+rng.IntN(10)], g.ids[11+rng.IntN(10)], nil)
						must(g.Stage, err)
						merge, batches = m.ID, nil
					default:
						batches = append(batches, g.sell(g.random(rng, step)...))
					}
					if rng.IntN(2) == 0 {
						g.mine()
					}
				}
				g.mine()
				found, pairs := g.kept()
				for _, table := range []string{"latent_accounts", "latent_pairs", "latent_norms", "latent_products", "latent_segments"} {
					g.Exec("DELETE FROM " + table)
				}
				g.Exec("UPDATE latent_state SET revision = 0, target = 0, after = NULL")
				g.mine()
				again, same := g.kept()
				if !reflect.DeepEqual(found, again) || !reflect.DeepEqual(pairs, same) {
					g.Errorf("step by step %+v\n%+v\nfrom the start %+v\n%+v", found, pairs, again, same)
				}
				if len(found) < 20 || pairs.Count == 0 {
					g.Errorf("%d accounts, %d pairs: too little to compare", len(found), pairs.Count)
				}
			})
		})
	}
}

// random are orders of products that are bought together by chance or not.
func (g *ground) random(rng *rand.Rand, file int) (lines []ledger.Line) {
	for order := range 40 + rng.IntN(20) {
		customer, on := rng.IntN(len(g.ids)), kernel.On(2025, 1, 1).Add(rng.IntN(540))
		number := fmt.Sprint(file, "-", order)
		for range 1 + rng.IntN(4) {
			p := rng.IntN(8)
			lines = append(lines, g.line(customer, number, fmt.Sprint("P", p), on, int64(1+rng.IntN(500))))
			if p < 3 && rng.IntN(2) == 0 {
				lines = append(lines, g.line(customer, number, fmt.Sprint("P", p+5), on, int64(1+rng.IntN(500))))
			}
		}
	}
	return lines
}

// A reading that died is taken up after the accounts that it had done.
func TestAReadingGoesOn(t *testing.T) {
	each(t, 12, func(g *ground) {
		g.market()
		g.mine()
		want, _ := g.kept()
		g.Exec("DELETE FROM latent_accounts WHERE account_id > ?", g.ids[5])
		g.Exec("UPDATE latent_state SET revision = 0, target = 1, after = ?", g.ids[5])
		if r := g.mine(); r.Read != 6 {
			g.Errorf("%+v", r)
		}
		if got, _ := g.kept(); !reflect.DeepEqual(got, want) {
			g.Errorf("%+v", got)
		}
		if r := g.mine(); r.Read != 0 || r.Changed != 0 {
			g.Errorf("nothing is new: %+v", r)
		}
	})
}

// What is published is looked at without anybody asking for it.
func TestAnImportSetsItOff(t *testing.T) {
	each(t, 12, func(g *ground) {
		g.Stage.Work()
		g.market()
		g.Wait("it was looked at", func() bool { return g.sheet("director", 11).Mined })
	})
}

// Whatever a product or a customer is called, no cell of the list is a formula.
func TestNoExportedCellIsAFormula(t *testing.T) {
	each(t, 1, func(g *ground) {
		g.Uncapped()
		all := []account.Account{{Code: "X", Name: "=cmd|'/C calc'!A0", Industry: "+1+1"}}
		must(g.Stage, account.New(g.Kit).Open(g.As("rep"), all...))
		g.ids = []kernel.ID{all[0].ID}
		var lines []ledger.Line
		for i := range 5 {
			on := kernel.On(2026, 1, 1).Add(10 * i)
			lines = append(lines, g.line(0, on.String(), "@SUM(1,1)", on, 100))
		}
		g.sell(append(lines, g.line(0, "Z", "P1", june, 10))...)
		g.mine()
		w := g.Do("director", "GET", "/api/latent/export?format=csv", "")
		for _, text := range []string{"'=cmd|'/C calc'!A0", "'+1+1", "'@SUM(1,1)"} {
			if !strings.Contains(w.Body.String(), text) {
				g.Errorf("%d: %s is not there: %s", w.Code, text, w.Body)
			}
		}
	})
}
