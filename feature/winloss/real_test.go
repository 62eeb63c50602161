package winloss

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	rules "erba/analysis/forecast"
	"erba/analysis/null"
	"erba/analysis/pareto"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/assessment"
	"erba/feature/competitor"
	"erba/feature/contact"
	"erba/feature/evaluation"
	"erba/feature/forecast"
	"erba/feature/goal"
	"erba/feature/importing"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/strategy"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature,
	ledger.Feature, importing.Feature, method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, opportunity.Feature,
	competitor.Feature, assessment.Feature, strategy.Feature, forecast.Feature, Feature}

// maven is a public set of 8,800 deals with figures that another tool has computed.
type maven struct {
	*apptest.Stage
	*Service
	folder string
	teams  []map[string]string
}

// table reads a CSV file by the names of its columns.
func (m *maven) table(name string) (rows []map[string]string) {
	m.Helper()
	file, err := os.Open(filepath.Join(m.folder, name))
	if err != nil {
		m.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		m.Fatal(err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, title := range all[0] {
			row[title] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// raise makes users of the managers and of their agents.
func (m *maven) raise() {
	bosses := map[string]kernel.ID{}
	for _, row := range m.teams {
		for name, boss := range map[string]string{row["manager"]: "", row["sales_agent"]: row["manager"]} {
			if boss == "" && bosses[name].IsZero() {
				bosses[name] = m.hire(name, kernel.ID{})
			}
		}
		m.hire(row["sales_agent"], bosses[row["manager"]])
	}
}

func (m *maven) hire(name string, boss kernel.ID) kernel.ID {
	u, err := m.Kit.Users.Add(m.Context(), identity.User{Login: name, Name: name, Roles: identity.Roles{"rep"}, Language: "en", Boss: boss}, "secret")
	if err != nil {
		m.Fatal(err)
	}
	return u.ID
}

func (m *maven) load(kind, file string, values map[string]map[string]string) importing.Report {
	m.Helper()
	r, err := importing.New(m.Kit).Load(m.As("director"), filepath.Join(m.folder, file), importing.Settings{Kind: kind, Values: values}, false, func(int64) {})
	if err != nil {
		m.Fatal(kind, ": ", err)
	}
	return r
}

// The figures of the public deals are those of another tool, by everything that
// deals are told apart by.
func TestRealDeals(t *testing.T) {
	folder := os.Getenv("ERBA_TESTDATA")
	if folder == "" {
		folder = "../../../shared/data"
	}
	if _, err := os.Stat(filepath.Join(folder, "maven_crm")); err != nil {
		t.Skip("the public deals are not here: ", err)
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		m := &maven{Stage: s, Service: New(s.Kit), folder: filepath.Join(folder, "maven_crm")}
		m.teams = m.table("sales_teams.csv")
		m.raise()
		m.load(importing.Accounts, "accounts.csv", nil)
		m.load(importing.Products, "products.csv", nil)
		r := m.load(importing.Opportunities, "sales_pipeline.csv", map[string]map[string]string{"product": {"GTXPro": "GTX Pro"}})
		if got := fmt.Sprintf("%d %d %d %v %s", r.Rows, r.Inserted, r.Rejected, r.Replaced, brief(r.Warnings)); got !=
			"8800 8800 0 [{product GTXPro GTX Pro 1480}] opened_missing×500 without_account×1425" {
			t.Errorf("what is not known of deals: %s", got)
		}
		m.totals()
		m.classes()
		for by, file := range map[By]string{ByAccount: "by_account.csv", ByPerson: "by_agent.csv", ByManager: "by_manager.csv", ByProduct: "by_product.csv",
			BySector: "by_sector.csv", ByQuarter: "by_close_quarter.csv"} {
			m.same(string(by), m.review(by).Groups, m.table("expected/"+file))
		}
		m.same("office", m.offices(), m.table("expected/by_region.csv"))
	})
}

// brief are warnings in one line.
func brief(all []importing.Warning) string {
	said := make([]string, len(all))
	for i, w := range all {
		said[i] = fmt.Sprintf("%s×%d", w.Warning, w.Rows)
	}
	return strings.Join(said, " ")
}

func (m *maven) review(by By) Review {
	m.Helper()
	r, err := m.Review(m.As("director"), Ask{By: by})
	if err != nil {
		m.Fatal(err)
	}
	return r
}

func (m *maven) totals() {
	s, err := m.Stats(m.As("director"))
	if err != nil {
		m.Fatal(err)
	}
	if got := fmt.Sprintf("%d %d %d %.4f %.0f %.2f", s.Won, s.Lost, s.Open, *s.WinRate, s.Revenue, *s.CycleDays); got != "4238 2473 2089 0.6315 10005534 51.78" {
		m.Errorf("all deals: %s", got)
	}
}

// classes are those of the accounts by what their won deals bring.
func (m *maven) classes() {
	want := map[string]string{}
	for _, row := range m.table("expected/abc_accounts.csv") {
		want[row["account"]] = row["class"]
	}
	n := map[pareto.Class]int{}
	for _, g := range m.review(ByAccount).Groups {
		if n[g.Class]++; g.Class.String() != want[g.Name] {
			m.Errorf("%s is of class %q, want %q", g.Name, g.Class, want[g.Name])
		}
	}
	if n[pareto.A] != 59 || n[pareto.B] != 18 || n[pareto.C] != 8 {
		m.Errorf("A, B, C are %v, want 59, 18, 8", n)
	}
}

// offices tells the deals apart by where their agents work, which the product does not keep.
func (m *maven) offices() []Group {
	office := map[string]string{}
	for _, row := range m.teams {
		office[row["sales_agent"]] = row["regional_office"]
	}
	var groups []Group
	err := m.DB.Read(m.As("director"), func(tx *db.Tx) error {
		facts, w, err := m.facts(tx, Ask{})
		for i := range facts {
			facts[i].Region = office[facts[i].OwnerName]
		}
		cfg := rules.Default()
		_, groups = w.count(ByRegion, &cfg, facts)
		return err
	})
	if err != nil {
		m.Fatal(err)
	}
	return groups
}

// same compares groups with the rows of a file, whose first column names them.
func (m *maven) same(by string, got []Group, want []map[string]string) {
	m.Helper()
	if len(got) != len(want) {
		m.Errorf("by %s: %d groups, want %d", by, len(got), len(want))
	}
	for _, row := range want {
		name := ""
		for _, column := range []string{"account", "sales_agent", "manager", "product_norm", "sector", "q", "regional_office"} {
			name += row[column]
		}
		i := slices.IndexFunc(got, func(g Group) bool { return g.Name == name })
		if i < 0 {
			m.Errorf("by %s: there is no %q", by, name)
			continue
		}
		g := got[i]
		for column, n := range map[string]null.Number{"opportunities": null.Of(g.Deals), "won": null.Of(g.Won), "lost": null.Of(g.Lost),
			"win_rate": g.Rate.Mean, "won_revenue": null.Of(g.Revenue) / 100, "avg_deal": g.Average / 100, "avg_cycle_won": g.Cycle,
			"median_cycle_won": g.Median, "avg_cycle_lost": g.CycleOff, "avg_cycle_closed": g.CycleAll,
			"open_list_value": null.Of(g.Listed) / 100, "discount_ratio": 1 - g.Discount} {
			m.close(by+" "+name+" "+column, n, row[column])
		}
		if pending := atoi(row["engaging"]) + atoi(row["prospecting"]); g.Pending != pending {
			m.Errorf("by %s: %d of %s are pending, want %d", by, g.Pending, name, pending)
		}
	}
}

// close compares a figure with one that is written with six places; empty is unknown.
func (m *maven) close(what string, got null.Number, want string) {
	m.Helper()
	if want == "" {
		if got.Known() {
			m.Errorf("%s: %v, want none", what, got)
		}
		return
	}
	n, err := strconv.ParseFloat(want, 64)
	if err != nil || !got.Known() || math.Abs(float64(got)-n) > 1e-6 {
		m.Errorf("%s: %v, want %s", what, got, want)
	}
}

func atoi(s string) int {
	n, _ := strconv.ParseFloat(s, 64)
	return int(n)
}
