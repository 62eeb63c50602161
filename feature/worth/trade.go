package worth

import (
	"maps"
	"slices"

	"erba/analysis/movement"
	"erba/kernel"
)

// sort is what a product is to a movement: the line it belongs to, the unit it is
// counted in.
type sort struct{ line, unit string }

// bought is what an account bought of a product in one of two years.
type bought struct {
	account  kernel.ID
	product  string
	late     bool
	quantity int64
	sales    int64
	cost     int64
	open     int64 // sales of which no cost is known
}

// moved is why an account moved. known: the cost of goods of both years is.
type moved struct {
	sales, gross movement.Bridge
	known        bool
}

// sold is what an account bought of a product line.
type sold struct {
	line                int32
	sales, cost, open   int64
	before, costed, was int64 // the year before: sales, their cost, and those without one
}

// trade is what accounts bought in two years, account by account in the order of
// their IDs, and why each of them moved. It is never changed: a refresh makes
// another one.
type trade struct {
	revision int64
	products map[string]sort
	lines    []string // product lines
	ids      []kernel.ID
	moves    []moved
	start    []int32 // of each account's lines, and the end of the last
	sold     []sold
}

// weaver puts together what comes account by account and product by product.
type weaver struct {
	*trade
	lineOf  map[string]int32
	units   map[string]int32
	account kernel.ID
	product string
	cells   []movement.Cell
	own     []sold
}

// weave begins a trade in which the lines of an older one keep their places.
func weave(products map[string]sort, lines []string) *weaver {
	w := &weaver{trade: &trade{products: products, lines: slices.Clone(lines)}, lineOf: map[string]int32{}, units: map[string]int32{}}
	for i, name := range lines {
		w.lineOf[name] = int32(i)
	}
	return w
}

// take adds what comes next.
func (w *weaver) take(b *bought) {
	if b.account != w.account {
		w.close()
		w.account = b.account
	}
	kind := w.products[b.product]
	if len(w.cells) == 0 || w.product != b.product {
		w.cells = append(w.cells, movement.Cell{Unit: place(w.units, kind.unit, nil)})
		w.product = b.product
	}
	year := movement.Year{Bought: true, Quantity: b.quantity, Sales: b.sales, Cost: b.cost}
	line := w.lineFor(kind.line)
	if cell := &w.cells[len(w.cells)-1]; b.late {
		cell.Now = year
		line.sales, line.cost, line.open = line.sales+b.sales, line.cost+b.cost, line.open+b.open
	} else {
		cell.Before = year
		line.before, line.costed, line.was = line.before+b.sales, line.costed+b.cost, line.was+b.open
	}
}

// lineFor is the account's row of a product line.
func (w *weaver) lineFor(name string) *sold {
	at := place(w.lineOf, name, &w.lines)
	i := slices.IndexFunc(w.own, func(s sold) bool { return s.line == at })
	if i < 0 {
		i, w.own = len(w.own), append(w.own, sold{line: at})
	}
	return &w.own[i]
}

// place is the number of a word, a new one for a new word.
func place(known map[string]int32, word string, names *[]string) int32 {
	at, ok := known[word]
	if !ok {
		at = int32(len(known))
		known[word] = at
		if names != nil {
			*names = append(*names, word)
		}
	}
	return at
}

// close ends an account.
func (w *weaver) close() {
	if len(w.cells) > 0 {
		w.ids = append(w.ids, w.account)
		w.moves = append(w.moves, moved{movement.Of(w.cells, movement.Sales), movement.Of(w.cells, movement.Gross), movement.Known(w.cells)})
		w.start = append(w.start, int32(len(w.sold)))
		w.sold = append(w.sold, w.own...)
	}
	w.cells, w.own = w.cells[:0], w.own[:0]
}

// done is the trade that was woven.
func (w *weaver) done() *trade {
	w.close()
	w.start = append(w.start, int32(len(w.sold)))
	return w.trade
}

// with is a trade in which the accounts that changed are those of a newer one.
func (t *trade) with(newer *trade, changed []kernel.ID) *trade {
	next := &trade{revision: newer.revision, products: newer.products, lines: newer.lines}
	gone := map[kernel.ID]bool{}
	for _, id := range changed {
		gone[id] = true
	}
	old, fresh := 0, 0
	for old < len(t.ids) || fresh < len(newer.ids) {
		switch {
		case old < len(t.ids) && gone[t.ids[old]]:
			old++
		case fresh == len(newer.ids) || old < len(t.ids) && t.ids[old].Compare(newer.ids[fresh]) < 0:
			next.copy(t, old)
			old++
		default:
			next.copy(newer, fresh)
			fresh++
		}
	}
	next.start = append(next.start, int32(len(next.sold)))
	return next
}

func (t *trade) copy(from *trade, at int) {
	t.ids, t.moves, t.start = append(t.ids, from.ids[at]), append(t.moves, from.moves[at]), append(t.start, int32(len(t.sold)))
	t.sold = append(t.sold, from.sold[from.start[at]:from.start[at+1]]...)
}

// fits reports whether products are what they were.
func (t *trade) fits(products map[string]sort) bool { return maps.Equal(t.products, products) }

// seek is the place of an account at or after a place, and whether it is there.
func (t *trade) seek(from int, id kernel.ID) (at int, there bool) {
	for from < len(t.ids) && t.ids[from].Compare(id) < 0 {
		from++
	}
	return from, from < len(t.ids) && t.ids[from] == id
}
