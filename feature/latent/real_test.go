package latent

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	market "erba/analysis/latent"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/exporting"
	"erba/feature/importing"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/user"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

// The wholesaler's ledger of 2009–2010, through the real import, has the pairs and
// the overdue products that plain SQL finds in its lines.
func TestARealLedger(t *testing.T) {
	if watched {
		t.Skip("half a million lines are imported without the race detector: run make scenarios")
	}
	folder := os.Getenv("ERBA_TESTDATA")
	if folder == "" {
		folder = "../../../shared/data"
	}
	file, err := os.ReadFile(filepath.Join(folder, "online_retail_2009_2010", "online_retail_2009_2010.csv.gz"))
	if err != nil {
		t.Skip("the retail data is not there: ", err)
	}
	all := []app.Feature{privacy.Feature, account.Feature, approval.Feature, exporting.Feature, user.Feature, product.Feature, ledger.Feature,
		importing.Feature, method.Feature, portfolio.Feature, Feature}
	apptest.Each(t, all, func(s *apptest.Stage) {
		if !strings.HasSuffix(s.Name(), "sqlite") {
			s.Skip("the second computation is written in SQLite's words")
		}
		g := &ground{Stage: s, Service: New(s.Kit), ledger: ledger.New(s.Kit)}
		g.bring(file)
		r := g.mine()
		if r.Accounts != 4312 || r.AsOf != kernel.On(2010, 12, 9) {
			s.Fatalf("%+v", r)
		}
		b, err := g.latest(s.As("director"))
		must(s, err)
		var pairs []counted
		for _, p := range b.strongest() {
			pairs = append(pairs, counted{p.First, p.Second, p.Orders})
		}
		slices.SortFunc(pairs, func(a, b counted) int { return strings.Compare(a.First+" "+a.Second, b.First+" "+b.Second) })
		if want := g.pairsBySQL(b.from(), b.AsOf); len(want) < 100 || !reflect.DeepEqual(pairs, want) {
			s.Errorf("%d pairs, by SQL %d", len(pairs), len(want))
		}
		if got, want := g.overdue(b.AsOf), g.overdueBySQL(b.from(), b.AsOf); len(want) < 1000 || !reflect.DeepEqual(got, want) {
			s.Errorf("%d overdue, by SQL %d", len(got), len(want))
		}
	})
}

// bring imports a file as a browser would, and waits for its end.
func (g *ground) bring(file []byte) {
	g.Helper()
	g.Stage.Work()
	var one struct {
		ID, State string
		Settings  map[string]any
	}
	cookie, _, _ := strings.Cut(g.Cookie("director"), ";")
	ask := func(method, path, body, media string) {
		w := g.Do("", method, path, body, "Cookie", cookie, "Content-Type", media)
		if err := json.Unmarshal(w.Body.Bytes(), &one); err != nil || w.Code != 200 {
			g.Fatalf("%s %s: %d %s", method, path, w.Code, w.Body)
		}
	}
	ask("POST", "/api/imports?name=retail.csv.gz&kind=orders", string(file), "application/octet-stream")
	at := "/api/imports/" + one.ID
	one.Settings["create_accounts"] = true
	settings, err := json.Marshal(one.Settings)
	must(g.Stage, err)
	ask("PUT", at, string(settings), "application/json")
	ask("POST", at+"/book", "", "application/json")
	for end := time.After(10 * time.Minute); one.State != "published"; {
		select {
		case <-end:
			g.Fatalf("it is %s after ten minutes", one.State)
		case <-time.After(50 * time.Millisecond):
			ask("GET", at, "", "application/json")
		}
	}
}

// kept are the orders by their first sale, and which products they hold.
const kept = `WITH kept AS (SELECT account_id, order_no, min(ordered_on) AS day FROM order_lines
		WHERE quantity > 0 AND price > 0 AND product <> '' AND ended_by IS NULL GROUP BY account_id, order_no),
	held AS (SELECT DISTINCT k.account_id, k.order_no, k.day, l.product FROM kept k JOIN order_lines l
		ON l.account_id = k.account_id AND l.order_no = k.order_no
		WHERE l.quantity > 0 AND l.price > 0 AND l.product <> '' AND l.ended_by IS NULL)`

type counted struct {
	First  string `db:"first"`
	Second string `db:"second"`
	Both   int64  `db:"together"`
}

func (g *ground) pairsBySQL(from, to kernel.Date) (all []counted) {
	must(g.Stage, g.DB.Read(g.As("director"), func(tx *db.Tx) (err error) {
		all, err = db.List[counted](tx, kept+`,
			n AS (SELECT count(*) AS orders FROM kept WHERE day BETWEEN ? AND ?),
			windowed AS (SELECT * FROM held WHERE day BETWEEN ? AND ?),
			frequent AS (SELECT product, count(*) AS orders FROM windowed GROUP BY product
				HAVING count(*) * 100 >= (SELECT orders FROM n))
			SELECT a.product AS first, b.product AS second, count(*) AS together
			FROM windowed a JOIN frequent f ON f.product = a.product
			JOIN windowed b ON b.account_id = a.account_id AND b.order_no = a.order_no AND b.product > a.product
			JOIN frequent h ON h.product = b.product, n
			GROUP BY a.product, b.product
			HAVING count(*) * 100 >= n.orders AND 10 * count(*) * n.orders >= 12 * f.orders * h.orders
			ORDER BY a.product || ' ' || b.product`, from, to, from, to)
		return err
	}))
	return all
}

// late is a product that an account has not bought again.
type late struct {
	Account kernel.ID `db:"account_id"`
	Product string    `db:"product"`
	Every   float64   `db:"every"`
	Last    string    `db:"last"`
}

func (g *ground) overdueBySQL(from, to kernel.Date) (all []late) {
	must(g.Stage, g.DB.Read(g.As("director"), func(tx *db.Tx) (err error) {
		all, err = db.List[late](tx, kept+`,
			days AS (SELECT DISTINCT account_id, product, day FROM held WHERE day <= ?),
			steps AS (SELECT account_id, product, day, julianday(day) - julianday(lag(day) OVER w) AS step,
				row_number() OVER (PARTITION BY account_id, product ORDER BY day DESC) AS back
				FROM days WINDOW w AS (PARTITION BY account_id, product ORDER BY day)),
			placed AS (SELECT account_id, product, step, row_number() OVER (PARTITION BY account_id, product ORDER BY step) AS place,
				count(*) OVER (PARTITION BY account_id, product) AS n, max(day) OVER (PARTITION BY account_id, product) AS last
				FROM steps WHERE step IS NOT NULL AND back <= 6)
			SELECT account_id, product, avg(step) AS every, last FROM placed
			WHERE n >= 3 AND place IN ((n + 1) / 2, (n + 2) / 2) AND last >= ?
			GROUP BY account_id, product, last HAVING julianday(?) - julianday(last) > 1.5 * avg(step)
			ORDER BY account_id, product`, to, from, to)
		return err
	}))
	return all
}

// overdue are all that the method finds, with no limit of how many for an account.
func (g *ground) overdue(asOf kernel.Date) (all []late) {
	ctx := everybody(g.As("director"))
	c, err := g.crowd(ctx)
	must(g.Stage, err)
	c.cfg.Most = 1 << 20
	places, _, err := g.places(ctx, c)
	must(g.Stage, err)
	b, err := g.latest(ctx)
	must(g.Stage, err)
	f := c.cfg.Mine(c.histories(&err), places, c.order, begin(asOf, c.cfg.Months).Ordinal(), asOf.Ordinal()).Finder()
	for i, h := range c.histories(&err) {
		for _, one := range f.Find(h, places[i]) {
			if one.Kind == market.Reorder {
				all = append(all, late{c.all[i].Account, b.products[one.Product], one.Every, kernel.FromOrdinal(one.Last).String()})
			}
		}
	}
	must(g.Stage, err)
	slices.SortFunc(all, func(a, b late) int {
		if n := a.Account.Compare(b.Account); n != 0 {
			return n
		}
		return strings.Compare(a.Product, b.Product)
	})
	return all
}
