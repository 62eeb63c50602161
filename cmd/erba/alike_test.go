package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"erba/cmd/erba/demo"
	"erba/feature/evaluation"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/config"
	"erba/platform/identity"
	"erba/platform/web"
)

// desk is one database, seen by whoever sits at the command line and by a
// director before the screens.
type desk struct {
	*testing.T
	db      string
	ctx     context.Context
	product *app.Product
	screens http.Handler
	cookie  string
}

func newDesk(t *testing.T) *desk {
	d := &desk{T: t, db: filepath.Join(t.TempDir(), "erba.db")}
	t.Setenv("ERBA_LANGUAGE", "en")
	var err error
	if d.ctx, d.product, err = openAt(t.Context(), config.Config{DB: d.db}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.product.Close() })
	d.product.Server.Run(web.Mode{Lax: true})
	d.screens = d.product.Server.Handler()
	who := identity.User{Login: "before-the-screens", Name: "Director", Roles: identity.Roles{"director"}, Language: "en"}
	if _, err := d.product.Users.Add(identity.Under(d.ctx, "user:write"), who, "secret"); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("POST", "/sign-in", strings.NewReader("password=secret&login="+who.Login))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	d.screens.ServeHTTP(w, r)
	d.cookie = w.Header().Get("Set-Cookie")
	return d
}

// says is what the command line prints.
func (d *desk) says(args ...string) []byte {
	d.Helper()
	c, out := root(), bytes.Buffer{}
	c.SetArgs(append(args, "--db", d.db, "--format", "json"))
	c.SetOut(&out)
	if err := c.ExecuteContext(d.Context()); err != nil {
		d.Fatalf("erba %s: %v", strings.Join(args, " "), err)
	}
	return out.Bytes()
}

// shows is what a screen gets.
func (d *desk) shows(method, path, body string) []byte {
	d.Helper()
	r := httptest.NewRequest(method, "/api"+path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Cookie", d.cookie)
	w := httptest.NewRecorder()
	d.screens.ServeHTTP(w, r)
	if w.Code != 200 {
		d.Fatalf("%s %s: %d %s", method, path, w.Code, w.Body)
	}
	return w.Body.Bytes()
}

func understood[T any](d *desk, raw []byte) (v T) {
	d.Helper()
	if err := json.Unmarshal(raw, &v); err != nil {
		d.Fatalf("%v: %s", err, raw)
	}
	return v
}

// equal wants two answers to be the same, whatever they are.
func (d *desk) equal(what string, line, screen []byte) {
	d.Helper()
	if a, b := understood[any](d, line), understood[any](d, screen); !reflect.DeepEqual(a, b) {
		d.Errorf("%s: the command line says %s, the screen %s", what, line, screen)
	}
}

// alike asks both for everything and wants the same counts.
func (d *desk) alike(from, to string) {
	d.Helper()
	for _, model := range []string{"quadrant", "worth", "single", "matrix", "agreement", "mistakes", "contribution", "effort"} {
		d.equal(model, d.says("portfolio", model), d.shows("GET", "/portfolio/"+model, ""))
	}
	d.registerAlike()
	d.classesAlike()
	models := slices.Clone(portfolio.Marks)
	for _, m := range evaluation.Models {
		models = append(models, m.Model)
	}
	for _, model := range models {
		d.equal("movements of "+model, d.says("portfolio", "movements", "--model", model, "--from", from, "--to", to),
			d.shows("GET", "/evaluation/movements?model="+model+"&from="+from+"&to="+to, ""))
	}
	d.equal("segments", d.says("portfolio", "segments"), d.shows("GET", "/segments", ""))
	d.equal("the back-test", d.says("portfolio", "back-test", "M25"), d.shows("POST", "/methods/M25/back-test", `{"at":"","config":{}}`))
}

func (d *desk) registerAlike() {
	d.Helper()
	line := understood[struct {
		Count int
		Rules map[string]int
		Rows  []struct{ Customer string }
	}](d, d.says("portfolio", "register"))
	type page struct {
		Count int
		Rules []struct {
			Rule  string
			Count int
		}
		Rows []struct{ Code string }
		Next string
	}
	var codes, listed []string
	screen := page{Next: ""}
	for more := true; more; more = screen.Next != "" {
		screen = understood[page](d, d.shows("GET", "/portfolio/register?limit=200&after="+screen.Next, ""))
		for _, r := range screen.Rows {
			codes = append(codes, r.Code)
		}
	}
	for _, r := range line.Rows {
		listed = append(listed, r.Customer)
	}
	rules := map[string]int{}
	for _, r := range screen.Rules {
		rules[r.Rule] = r.Count
	}
	if line.Count != screen.Count || line.Count != len(codes) || !reflect.DeepEqual(rules, line.Rules) || !slices.Equal(codes, listed) {
		d.Errorf("register: %d by %v, on the screen %d by %v in %d rows", line.Count, line.Rules, screen.Count, rules, len(codes))
	}
}

// classesAlike compares what the command line words in its own way.
func (d *desk) classesAlike() {
	d.Helper()
	type mark struct {
		Class, Tier string
		Count       int
	}
	counts := func(marks []mark) map[string]int {
		all := map[string]int{}
		for _, m := range marks {
			all[m.Class+m.Tier] = m.Count
		}
		return all
	}
	screen := understood[struct{ Classes []mark }](d, d.shows("GET", "/portfolio/abc", ""))
	if line := understood[struct{ Classes map[string]int }](d, d.says("portfolio", "abc")); !reflect.DeepEqual(line.Classes, counts(screen.Classes)) {
		d.Errorf("abc: %v, on the screen %v", line.Classes, screen.Classes)
	}
	type scores struct{ Scores map[string]int }
	if line, screen := understood[scores](d, d.says("portfolio", "rfm")), understood[scores](d, d.shows("GET", "/portfolio/rfm", "")); !reflect.DeepEqual(line, screen) {
		d.Errorf("rfm: %v, on the screen %v", line, screen)
	}
	type tray struct{ Tray struct{ Count int } }
	for _, model := range []struct{ name, line, screen string }{{"grid", "classes", "classes"}, {"pyramid", "tiers", "tiers"}} {
		said, shown := d.says("portfolio", model.name), d.shows("GET", "/portfolio/"+model.name, "")
		line, screen := map[string]int{}, counts(understood[map[string][]mark](d, only(d, shown, model.screen))[model.screen])
		for class, m := range understood[map[string]map[string]mark](d, only(d, said, model.line))[model.line] {
			line[class] = m.Count
		}
		if !reflect.DeepEqual(line, screen) || understood[tray](d, said) != understood[tray](d, shown) {
			d.Errorf("%s: %v, on the screen %v", model.name, line, screen)
		}
	}
}

// only is a document with one of its fields.
func only(d *desk, raw []byte, field string) []byte {
	part, err := json.Marshal(map[string]json.RawMessage{field: understood[map[string]json.RawMessage](d, raw)[field]})
	if err != nil {
		d.Fatal(err)
	}
	return part
}

// proposalsAlike counts what waits for a decision both ways, and returns the
// codes of those about one model.
func (d *desk) proposalsAlike(model string) (codes []string) {
	d.Helper()
	line := understood[struct {
		Count int
		Rows  []struct{ Customer, Model, Was, Becomes string }
	}](d, d.says("portfolio", "proposals"))
	seen := 0
	for after, more := "", true; more; more = after != "" {
		page := understood[struct {
			Rows []struct{ Code string }
			Next string
		}](d, d.shows("GET", "/evaluation/proposals?limit=200&after="+after, ""))
		seen, after = seen+len(page.Rows), page.Next
	}
	if seen != line.Count || seen != len(line.Rows) {
		d.Errorf("%d proposals, on the screen %d", line.Count, seen)
	}
	for _, r := range line.Rows {
		if r.Model == model && r.Becomes != "" {
			codes = append(codes, r.Customer)
		}
	}
	slices.Sort(codes)
	return codes
}

// bought is what accounts bought in the twelve months to a day, added up by the
// database itself.
type bought struct {
	codes  []string
	amount map[string]int64
	total  int64
}

func (d *desk) bought(to string) bought {
	d.Helper()
	var day kernel.Date
	if err := day.UnmarshalText([]byte(to)); err != nil {
		d.Fatal(err)
	}
	rows, err := d.product.DB.Bare(`SELECT a.code, sum(o.amount) FROM order_lines o JOIN accounts a ON a.id = o.account_id
		WHERE o.ordered_on > ? AND o.ordered_on <= ? AND o.ended_by IS NULL GROUP BY a.id, a.code HAVING sum(o.amount) > 0`,
		day.AddMonths(-12).String(), to)
	if err != nil {
		d.Fatal(err)
	}
	defer rows.Close()
	p := bought{amount: map[string]int64{}}
	for rows.Next() {
		var code string
		var amount int64
		if err := rows.Scan(&code, &amount); err != nil {
			d.Fatal(err)
		}
		p.codes, p.amount[code], p.total = append(p.codes, code), amount, p.total+amount
	}
	slices.SortFunc(p.codes, func(a, b string) int { return cmp.Or(-cmp.Compare(p.amount[a], p.amount[b]), cmp.Compare(a, b)) })
	return p
}

// classes are those of method M25, by its text: a share before of less than
// 80 % is A, of less than 95 % B.
func (p bought) classes() map[string]string {
	all, before := map[string]string{}, int64(0)
	for _, code := range p.codes {
		switch {
		case 100*before < 80*p.total:
			all[code] = "abc.A"
		case 100*before < 95*p.total:
			all[code] = "abc.B"
		default:
			all[code] = "abc.C"
		}
		before += p.amount[code]
	}
	return all
}

// keys are the key accounts by method M01 on a bare ledger: a twentieth of the
// sales, or among the first of every twenty, at least five, and an A.
func (p bought) keys() map[string]bool {
	all, classes := map[string]bool{}, p.classes()
	for i, code := range p.codes {
		core := i < max(5, (len(p.codes)+19)/20) && classes[code] == "abc.A"
		if core || 20*p.amount[code] >= p.total {
			all[code] = true
		}
	}
	return all
}

// movedAlike counts the flow of ABC classes a second way.
func (d *desk) movedAlike(from, to string) {
	d.Helper()
	flow := understood[struct {
		Cells []struct {
			Was, Is string
			Count   int
		}
	}](d, d.says("portfolio", "movements", "--model", "abc", "--from", from, "--to", to))
	was, is, want := d.bought(from).classes(), d.bought(to).classes(), map[[2]string]int{}
	for code := range was {
		want[[2]string{was[code], is[code]}]++
	}
	for code := range is {
		if was[code] == "" {
			want[[2]string{"", is[code]}]++
		}
	}
	for _, c := range flow.Cells {
		cell := [2]string{c.Was, c.Is}
		for i, class := range cell {
			if !strings.HasPrefix(class, "abc.") || len(class) != len("abc.A") {
				cell[i] = ""
			}
		}
		if cell != [2]string{} && want[cell] != c.Count {
			d.Errorf("%v: %d moved, by hand %d", cell, c.Count, want[cell])
		}
		delete(want, cell)
	}
	if len(want) > 0 {
		d.Errorf("nobody is said to have moved so: %v", want)
	}
}

// proposedAlike evaluates on two days; whoever has become a key account in
// between is proposed as one, and nobody else.
func (d *desk) proposedAlike(from, to string) {
	d.Helper()
	d.says("portfolio", "evaluate", "--as-of", from)
	d.says("portfolio", "evaluate", "--as-of", to)
	before, want := d.bought(from).keys(), []string{}
	for code := range d.bought(to).keys() {
		if !before[code] {
			want = append(want, code)
		}
	}
	slices.Sort(want)
	if got := d.proposalsAlike("key"); !slices.Equal(got, want) || len(want) == 0 {
		d.Errorf("proposed as key accounts are %v, by hand %v", got, want)
	}
}

// traded is what an account bought before a day and after it, a year each, and
// whether it ordered at all.
type traded struct {
	before, after   int64
	active, ordered bool
}

func (d *desk) traded(at kernel.Date) map[string]traded {
	d.Helper()
	rows, err := d.product.DB.Bare(`SELECT a.code, o.ordered_on > ?, sum(o.amount), sum(CASE WHEN o.amount > 0 THEN 1 ELSE 0 END)
		FROM order_lines o JOIN accounts a ON a.id = o.account_id WHERE o.ordered_on > ? AND o.ordered_on <= ? AND o.ended_by IS NULL
		GROUP BY a.id, a.code, o.ordered_on > ?`, at.String(), at.AddMonths(-12).String(), at.AddMonths(12).String(), at.String())
	if err != nil {
		d.Fatal(err)
	}
	defer rows.Close()
	all := map[string]traded{}
	for rows.Next() {
		var code string
		var later bool
		var amount, orders int64
		if err := rows.Scan(&code, &later, &amount, &orders); err != nil {
			d.Fatal(err)
		}
		one := all[code]
		if later {
			one.after, one.ordered = amount, orders > 0
		} else {
			one.before, one.active = amount, orders > 0
		}
		all[code] = one
	}
	return all
}

// testedAlike counts a back-test of the classes by method M25 a second way, by
// the text of method M90.
func (d *desk) testedAlike() {
	d.Helper()
	got := understood[method.BackTest](d, d.says("portfolio", "back-test", "M25")).Now
	want, classes := method.Test{At: got.At}, d.bought(got.At.String()).classes()
	for code, t := range d.traded(got.At) {
		if !t.active {
			continue
		}
		left, shrank := !t.ordered, t.before > 0 && (!t.ordered || 2*t.after < t.before)
		grew, flagged := t.before > 0 && t.ordered && 10*t.after >= 12*t.before, classes[code] == "abc.A"
		for count, is := range map[*int]bool{&want.Population: true, &want.Left: left, &want.Shrank: shrank, &want.Grew: grew,
			&want.Flagged: flagged, &want.Hit: flagged && grew, &want.FalseAlarms: flagged && !left && !shrank && !grew} {
			if is {
				*count++
			}
		}
	}
	got.Skipped, got.Precision, got.Recall, got.Lift = 0, nil, nil, nil
	if got != want || want.Hit == 0 {
		d.Errorf("the back-test is %+v, by hand %+v", got, want)
	}
}

// refused reports whether a back-test says that the ledger is too short.
func (d *desk) refused() bool {
	d.Helper()
	t := understood[struct{ Now struct{ Refused string } }](d, d.says("portfolio", "back-test", "M25"))
	return t.Now.Refused == "backtest.short_ledger"
}

// The screens and the command line say the same of the same database, and both
// what the ledger says by hand.
func TestTheScreensSayWhatTheCommandLineSays(t *testing.T) {
	t.Run("the demo", func(t *testing.T) {
		d, until := newDesk(t), kernel.On(2026, 6, 30)
		if _, err := demo.Fill(d.ctx, d.product.Kit, demo.New(demo.Size{Accounts: 200, Lines: 12_000, Until: until})); err != nil {
			t.Fatal(err)
		}
		d.movedAlike("2026-03-31", "2026-06-30")
		d.says("portfolio", "evaluate", "--as-of", "2026-03-31")
		d.says("portfolio", "evaluate", "--as-of", "2026-06-30")
		d.proposalsAlike("key")
		d.alike("2026-03-31", "2026-06-30")
		if d.refused() {
			t.Error("three years of orders are refused")
		}
		d.testedAlike()
	})
	t.Run("a wholesaler", func(t *testing.T) {
		file := filepath.Join(shared(t, "online_retail_2009_2010"), "online_retail_2009_2010.csv.gz")
		d := newDesk(t)
		d.says("import", "orders", file, "--create-accounts")
		if line := understood[struct{ Count int }](d, d.says("portfolio", "register", "--all", "--returns", "ignore")); line.Count != 216 {
			t.Errorf("%d key accounts, want 216", line.Count)
		}
		d.known("2010-09-30", "2010-12-09")
	})
	t.Run("a trader", func(t *testing.T) {
		d := newDesk(t)
		d.says("import", "orders", northwind(t), "--create-accounts")
		d.known("1998-01-31", "1998-05-06")
	})
}

// known is what is to be said of a ledger that goes back for less than two years.
func (d *desk) known(from, to string) {
	d.Helper()
	d.movedAlike(from, to)
	d.proposedAlike(from, to)
	d.alike(from, to)
	if !d.refused() {
		d.Error("a ledger of less than 24 months is tested on the past")
	}
}

// northwind joins the trader's orders with their lines into one file.
func northwind(t *testing.T) string {
	folder := shared(t, "northwind")
	read := func(name string) []map[string]string {
		raw, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		return table(t, raw)
	}
	orders := map[string]map[string]string{}
	for _, o := range read("orders.csv") {
		orders[o["orderID"]] = o
	}
	path := filepath.Join(t.TempDir(), "northwind.csv.gz")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	packed := gzip.NewWriter(file)
	rows := csv.NewWriter(io.Writer(packed))
	_ = rows.Write([]string{"customer", "date", "order", "product", "quantity", "price", "amount"})
	for _, l := range read("order_details.csv") {
		o := orders[l["orderID"]]
		_ = rows.Write([]string{o["customerID"], o["orderDate"][:10], l["orderID"], l["productID"], l["quantity"], l["unitPrice"], discounted(t, l)})
	}
	rows.Flush()
	for _, err := range []error{rows.Error(), packed.Close(), file.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// discounted is what a line of the trader comes to.
func discounted(t *testing.T, l map[string]string) string {
	var price, quantity, discount float64
	if _, err := fmt.Sscan(l["unitPrice"]+" "+l["quantity"]+" "+l["discount"], &price, &quantity, &discount); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%.2f", price*quantity*(1-discount))
}
