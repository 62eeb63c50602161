package competitor

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"erba/analysis/null"
	"erba/analysis/rivalry"
	"erba/analysis/why"
	"erba/kernel"
)

// The scopes of a grid.
const (
	OfAccount  = "account"
	OfRegion   = "region"
	OfIndustry = "industry"
)

// Cell is how a supplier stands with a product somewhere; ourselves without a competitor.
type Cell struct {
	ID         kernel.ID      `json:"-"                   db:"id"`
	Account    kernel.ID      `json:"-"                   db:"account_id"`
	Scope      string         `json:"-"                   db:"scope"`
	Place      string         `json:"-"                   db:"place"`
	Product    string         `json:"product"             db:"product"`
	Competitor kernel.ID      `json:"competitor,omitzero" db:"competitor_id" doc:"Absent: we"`
	Words      string         `json:"-"                   db:"scores"`
	Scores     map[string]int `json:"scores"              db:"-" doc:"1–5 by the key of the factor"`
	Evidence   string         `json:"evidence"            db:"evidence"`
	ByID       kernel.ID      `json:"-"                   db:"by_id"`
	By         string         `json:"by"                  db:"by_name"`
	On         kernel.Date    `json:"on"                  db:"judged_on"`
	Expires    kernel.Date    `json:"expires"             db:"expires_on"`
	Version    int64          `json:"version"             db:"version" doc:"0: nobody has rated it"`

	Value null.Number      `json:"value" db:"-" doc:"1–5; null: not every factor is rated"`
	Mark  rivalry.Mark     `json:"mark"  db:"-" enum:"strong,medium,weak,unknown"`
	Rated int              `json:"rated" db:"-"`
	Of    int              `json:"of"    db:"-"`
	Stale bool             `json:"stale" db:"-"`
	Why   *why.Explanation `json:"why,omitempty" db:"-"`
}

// Revision is the version that a change must name to replace it.
func (c Cell) Revision() int64 { return c.Version }

// Check reports the first rule that a cell breaks, by the factors that count there.
func (c Cell) Check(factors []rivalry.Factor, today kernel.Date) error {
	switch n := runes(c.Product); {
	case n < 1 || n > longestName:
		return kernel.Invalid("competitor.bad_product", "max", longestName).In("product")
	case runes(c.Evidence) < shortest || runes(c.Evidence) > longestText:
		return kernel.Invalid("competitor.short_evidence", "min", shortest).In("evidence")
	case c.Expires.Compare(today) <= 0:
		return kernel.Invalid("competitor.bad_expiry").In("expires")
	case c.Scope != OfAccount && (c.Place == "" || runes(c.Place) > longestName):
		return kernel.Invalid("competitor.no_place").In("place")
	}
	for key, n := range c.Scores {
		if n < 1 || n > 5 || !slices.ContainsFunc(factors, func(f rivalry.Factor) bool { return f.Key == key }) {
			return kernel.Invalid("competitor.bad_rating").In("scores")
		}
	}
	return nil
}

// tidy trims, writes the scores down, and lets the judgement expire some time.
func (c *Cell) tidy(today kernel.Date) {
	c.Product, c.Place, c.Evidence = strings.TrimSpace(c.Product), strings.TrimSpace(c.Place), strings.TrimSpace(c.Evidence)
	if c.Expires.IsZero() {
		c.Expires = today.AddMonths(holds)
	}
	var words []string
	for key, n := range c.Scores {
		words = append(words, key+":"+strconv.Itoa(n))
	}
	slices.Sort(words)
	c.Words = strings.Join(words, " ")
}

// read finds the scores, and what follows from them.
func (c *Cell) read(cfg *rivalry.Grid, factors []rivalry.Factor, today kernel.Date) {
	c.Scores = map[string]int{}
	for _, word := range strings.Fields(c.Words) {
		key, n, _ := strings.Cut(word, ":")
		c.Scores[key], _ = strconv.Atoi(n)
	}
	given := make([]int, len(factors))
	for i, f := range factors {
		given[i] = c.Scores[f.Key]
	}
	got, e := cfg.Cell(factors, known(given...)), cfg.Explain(factors, known(given...))
	c.Value, c.Mark, c.Rated, c.Of, c.Why = got.Value, got.Mark, got.Rated, got.Of, &e
	c.Stale = c.Version > 0 && c.Expires.Compare(today) <= 0
}

// Line is a product of a grid.
type Line struct {
	Product string      `json:"product"`
	Cells   []Cell      `json:"cells" doc:"Ourselves, then the competitors of the grid in their order"`
	Ratio   null.Number `json:"ratio" doc:"Ours by the best of theirs; null: not known"`
	Best    string      `json:"best"  doc:"Who that is"`
}

// Grid is who is strong with which product somewhere.
type Grid struct {
	Scope     string           `json:"scope"     enum:"account,region,industry"`
	Place     string           `json:"place"     doc:"The region or the industry"`
	AsOf      kernel.Date      `json:"as_of"`
	Factors   []rivalry.Factor `json:"factors"`
	Rivals    []Choice         `json:"rivals"    doc:"Who is compared"`
	Lines     []Line           `json:"lines"`
	Advantage null.Number      `json:"advantage" doc:"Ours over all products, each against the best there; null: not known"`
	Others    []Choice         `json:"others"    doc:"Competitors who are not compared yet"`
	Products  []string         `json:"products"  doc:"Lines of products that we sell"`
	Write     bool             `json:"write"`
}

// fill puts cells to their products and competitors.
func (g *Grid) fill(cfg *rivalry.Grid, cells []Cell, all []Competitor) {
	g.Rivals, g.Others, g.Lines = []Choice{}, []Choice{}, []Line{}
	for _, c := range all {
		if slices.ContainsFunc(cells, func(one Cell) bool { return one.Competitor == c.ID }) {
			g.Rivals = append(g.Rivals, Choice{c.ID, c.Name})
		} else {
			g.Others = append(g.Others, Choice{c.ID, c.Name})
		}
	}
	var products []string
	for _, c := range cells {
		products = append(products, c.Product)
	}
	slices.SortFunc(products, cmp.Compare)
	var ours, best []null.Number
	for _, product := range slices.Compact(products) {
		line := g.line(cfg, product, cells)
		g.Lines = append(g.Lines, line)
		ours, best = append(ours, line.Cells[0].Value), append(best, line.top())
	}
	g.Advantage = rivalry.Advantage(ours, best)
}

// line is a product, with an empty cell for who is not rated.
func (g *Grid) line(cfg *rivalry.Grid, product string, cells []Cell) Line {
	l := Line{Product: product}
	for _, who := range append([]Choice{{}}, g.Rivals...) {
		at := slices.IndexFunc(cells, func(c Cell) bool { return c.Product == product && c.Competitor == who.ID })
		one := Cell{Product: product, Competitor: who.ID}
		if at >= 0 {
			one = cells[at]
		}
		one.read(cfg, g.Factors, g.AsOf)
		l.Cells = append(l.Cells, one)
	}
	row := rivalry.Compare(l.Cells[0].Value, values(l.Cells[1:]))
	if l.Ratio = row.Ratio; row.Best >= 0 {
		l.Best = g.Rivals[row.Best].Name
	}
	return l
}

func values(cells []Cell) []null.Number {
	all := make([]null.Number, len(cells))
	for i, c := range cells {
		all[i] = c.Value
	}
	return all
}

// top is the best value of the others.
func (l *Line) top() null.Number {
	theirs := values(l.Cells[1:])
	if row := rivalry.Compare(1, theirs); row.Best >= 0 {
		return theirs[row.Best]
	}
	return null.None
}
