package industry

import (
	"cmp"
	"slices"

	"erba/analysis/composition"
	rating "erba/analysis/industry"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Customer is the largest one of a group.
type Customer struct {
	ID      kernel.ID `json:"id" row:"account"`
	Code    string    `json:"code"`
	Name    string    `json:"name"`
	Revenue *int64    `json:"revenue,omitempty" may:"revenue:read" doc:"Of an average month, minor units"`
}

// Group is what the customers of an industry bring.
type Group struct {
	ID         kernel.ID       `json:"id,omitzero" doc:"Of the industry; absent: of no industry that we know"`
	Code       string          `json:"code"`
	Name       string          `json:"name"`
	English    string          `json:"english"`
	Grade      string          `json:"grade"      enum:"incomplete,watched,promising,key"`
	Accounts   int             `json:"accounts"   doc:"With and without revenue"`
	Customers  int             `json:"customers"  doc:"With revenue"`
	Revenue    int64           `json:"revenue"    doc:"Of an average month, minor units"`
	Share      *float64        `json:"share"      doc:"0–1 of the total; null: there is none, or the group is left out"`
	Dependency *float64        `json:"dependency" doc:"Share of the largest customer in its group, 0–1"`
	Warn       bool            `json:"warn"       doc:"The group depends on one customer"`
	Excluded   bool            `json:"excluded"   doc:"The group is in no total"`
	Largest    *Customer       `json:"largest,omitempty"`
	Why        why.Explanation `json:"why"`
}

// Resource is what the industries of a grade are to get, and what they bring.
type Resource struct {
	Grade      string   `json:"grade" enum:"incomplete,watched,promising,key"`
	Industries int      `json:"industries"`
	Guideline  *float64 `json:"guideline" doc:"Share of the resources; null: there is none for what is not rated"`
	Revenue    *float64 `json:"revenue"   doc:"Share of the revenue; null: there is none"`
}

// Mix is what revenue consists of; its total is the 100 %.
type Mix struct {
	AsOf      kernel.Date `json:"as_of"`
	Months    int         `json:"months"   doc:"Of which the average is taken"`
	Currency  string      `json:"currency" doc:"Of all amounts, which are in minor units"`
	Scope     string      `json:"scope"    enum:"all,own" doc:"own: of the accounts that the viewer sees"`
	Total     int64       `json:"total"    doc:"Of an average month, without the groups that are left out"`
	Line      float64     `json:"line"     doc:"From this dependency on it warns, 0–1"`
	Groups    []Group     `json:"groups"   doc:"The largest first, what belongs to no industry last"`
	Resources []Resource  `json:"resources"`
}

// Population is all accounts and what the viewer may know of them, row by row.
type Population interface {
	Len() int
	Sees(row int32) bool
	Value(field string, row int32) null.Number
	Word(field string, row int32) string
}

// columns are accounts as they are composed: in which group, with how much.
type columns struct {
	group   []int32
	revenue []int64
	members []int // by group
}

// groupsOf puts the accounts in sight into the groups of the dictionary; the last
// group is of those that belong to none.
func (d *Dictionary) groupsOf(p Population) columns {
	n := p.Len()
	c := columns{make([]int32, n), make([]int64, n), make([]int, len(d.all)+1)}
	places := map[string]int{} // accounts are many, words are few
	for row := range int32(n) {
		if c.group[row] = -1; !p.Sees(row) {
			continue
		}
		word := p.Word("industry", row)
		at, ok := places[word]
		if !ok {
			if at = d.Of(word); at == Unclassified {
				at = len(d.all)
			}
			places[word] = at
		}
		c.group[row], c.members[at] = int32(at), c.members[at]+1
		if sales := p.Value("sales", row); sales.Known() {
			c.revenue[row] = int64(sales)
		}
	}
	return c
}

// leftOut is a configuration that names the groups it leaves out by their code,
// whatever somebody has called them.
func (d *Dictionary) leftOut(cfg composition.Config) composition.Config {
	said := cfg.Excluded
	cfg.Excluded = nil
	for _, word := range said {
		if at := d.Of(word); at >= 0 {
			cfg.Excluded = append(cfg.Excluded, d.all[at].Code)
		}
	}
	return cfg
}

// compose says what revenue consists of. Groups without an account are left away.
func (d *Dictionary) compose(cfg composition.Config, rated []Rated, c columns, months int) (m Mix, largest []int32) {
	codes := make([]string, len(d.all)+1) // of what belongs to no industry it is empty
	for i, one := range d.all {
		codes[i] = one.Code
	}
	cfg = d.leftOut(cfg)
	whole := cfg.Compose(codes, c.group, c.revenue, months)
	m = Mix{Total: whole.Total, Months: months, Line: cfg.Warn, Groups: []Group{}}
	for i, g := range whole.Groups {
		if c.members[i] == 0 {
			continue
		}
		m.Groups = append(m.Groups, d.group(&cfg, rated, i, g, c.members[i]))
		largest = append(largest, g.Largest)
	}
	return m, largest
}

func (d *Dictionary) group(cfg *composition.Config, rated []Rated, at int, g composition.Group, accounts int) Group {
	one := Group{Grade: rating.None.Name(), Accounts: accounts, Customers: g.Customers, Revenue: g.Revenue, Share: told(g.Share),
		Dependency: told(g.Dependency), Warn: g.Warn, Excluded: g.Excluded, Why: cfg.Explain(g)}
	if at < len(d.all) {
		one.ID, one.Code, one.Name, one.English = d.all[at].ID, d.all[at].Code, d.all[at].Name, d.all[at].English
		i := slices.IndexFunc(rated, func(r Rated) bool { return r.ID == one.ID })
		one.Grade = rated[i].Grade
	}
	return one
}

// order puts the largest group first, and what belongs to no industry last.
func (m *Mix) order() {
	slices.SortStableFunc(m.Groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(nowhere(a), nowhere(b)), cmp.Compare(b.Revenue, a.Revenue))
	})
}

func nowhere(g Group) int {
	if g.ID.IsZero() {
		return 1
	}
	return 0
}

// grades are all there are, the best first.
var grades = [...]rating.Grade{rating.Key, rating.Promising, rating.Watched, rating.None}

// compare sets what each grade is to get beside what it brings.
func (m *Mix) compare(cfg *rating.Config, rated []Rated) {
	guide, count := shares(cfg), map[string]int{}
	for _, one := range rated {
		count[one.Grade]++
	}
	revenue := map[string]int64{}
	for _, g := range m.Groups {
		if !g.Excluded {
			revenue[g.Grade] += g.Revenue
		}
	}
	for _, grade := range grades {
		r := Resource{Grade: grade.Name(), Industries: count[grade.Name()]}
		if share, ok := guide[r.Grade]; ok {
			r.Guideline = &share
		}
		r.Revenue = told(null.Ratio(null.Of(revenue[r.Grade]), positive(m.Total)))
		m.Resources = append(m.Resources, r)
	}
}

// positive is a total of which there can be shares.
func positive(total int64) null.Number {
	if total <= 0 {
		return null.None
	}
	return null.Of(total)
}
