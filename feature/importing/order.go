package importing

import (
	"math/bits"
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// Party is how a row names an account.
type Party struct{ Code, Name string }

// Order is a line of an order as its row says it, in the currency of the document.
type Order struct {
	Row      int
	Account  Party
	Order    string
	Line     string
	Product  string
	On       kernel.Date
	Quantity kernel.Decimal
	Price    kernel.Decimal
	Net, Tax int64
	Cost     int64
	Costed   bool
	Currency string // "" = the base currency
	End      string
	ShipTo   string
	Company  string
}

// OrderReader makes orders of rows.
type OrderReader struct {
	party                               partyCells
	order, line, product, date          cell
	quantity, price, net, gross         cell
	tax, rate, cost, unitCost, currency cell
	end, shipTo, company                cell
	dates                               clean.Order
	priceGross, amountGross             bool
	usualRate                           kernel.Decimal
	day                                 string // the date read last, and what it was
	on                                  kernel.Date
}

// usualRate is the tax rate where the file names none.
func (s *Sheet) usualRate() kernel.Decimal {
	if s.settings.TaxRate != nil {
		return *s.settings.TaxRate
	}
	return kernel.Micro(130_000) // 13 %
}

// Orders reads the rows of a sheet as lines of orders.
func (s *Sheet) Orders() *OrderReader {
	r := &OrderReader{party: s.party(), order: s.cell("order"), line: s.cell("line"), product: s.cell("product"), date: s.cell("date"),
		quantity: s.cell("quantity"), price: s.cell("price"), net: s.cell("amount"), gross: s.cell("amount_gross"),
		tax: s.cell("tax"), rate: s.cell("tax_rate"), cost: s.cell("cost"), unitCost: s.cell("unit_cost"), currency: s.cell("currency"),
		end: s.cell("end_account"), shipTo: s.cell("ship_to"), company: s.cell("company"), dates: s.order, usualRate: s.usualRate()}
	r.priceGross, r.amountGross = s.taxed(r.price.heading), s.taxed(r.net.heading)
	return r
}

// taxed reports whether amounts below a heading are with tax: the heading says
// so, or the settings.
func (s *Sheet) taxed(heading string) bool {
	for _, word := range []string{"不含税", "未税", "无税", "未含税"} {
		if strings.Contains(heading, word) {
			return false
		}
	}
	return strings.Contains(heading, "含税") || strings.Contains(heading, "价税合计") || s.settings.Tax == "gross"
}

// partyCells are the cells that name an account.
type partyCells struct {
	code, name cell
	keep       bool // rows that name none are booked, too
}

func (s *Sheet) party() partyCells {
	return partyCells{s.cell("account"), s.cell("account_name"), s.settings.NoAccount == Keep}
}

func (p partyCells) read(row []string) (Party, *Rejection) {
	one := Party{p.code.code(row), p.name.text(row)}
	switch {
	case one == Party{} && !p.keep:
		return one, p.code.reject(row, "account_missing")
	case one.Name == "":
		one.Name = one.Code
	case one.Code == "":
		one.Code = one.Name
	}
	return one, nil
}

// Read makes a line of a row, or says which cell is to blame.
func (r *OrderReader) Read(row []string, o *Order) (bad *Rejection) {
	if o.Account, bad = r.party.read(row); bad != nil {
		return bad
	}
	if o.On, bad = r.dated(row); bad != nil {
		return bad
	}
	o.Order, o.Line, o.Product = r.order.code(row), r.line.code(row), r.product.code(row)
	o.End, o.ShipTo, o.Company = r.end.text(row), r.shipTo.text(row), r.company.text(row)
	if o.Currency, bad = currency(r.currency, row); bad != nil {
		return bad
	}
	if bad = r.amounts(row, o); bad != nil {
		return bad
	}
	return r.costs(row, o)
}

// dated reads the day of the row; most rows have that of the row before.
func (r *OrderReader) dated(row []string) (kernel.Date, *Rejection) {
	raw := r.date.raw(row)
	if raw == r.day && raw != "" {
		return r.on, nil
	}
	on, bad := r.date.date(row, r.dates)
	if bad == nil && on.IsZero() {
		bad = r.date.reject(row, "date_missing")
	}
	if bad == nil {
		r.day, r.on = raw, on
	}
	return on, bad
}

// amounts reads quantity, price and sums, and derives what the file leaves out.
func (r *OrderReader) amounts(row []string, o *Order) *Rejection {
	quantity, hasQuantity, bad := r.quantity.number(row)
	price, hasPrice, bad2 := r.price.number(row)
	net, hasNet, bad3 := r.net.number(row)
	gross, hasGross, bad4 := r.gross.number(row)
	if bad := first(bad, bad2, bad3, bad4); bad != nil {
		return bad
	}
	if hasNet && r.amountGross && !hasGross {
		gross, hasGross, hasNet = net, true, false
	}
	t := totals{net.Minor(), gross.Minor(), 0, hasNet, hasGross, false}
	if !hasNet && !hasGross {
		if !hasPrice {
			return r.net.or(r.price).reject(row, "amount_missing")
		}
		if !hasQuantity {
			return r.quantity.reject(row, "quantity_missing")
		}
		minor, err := kernel.Amount(quantity, price)
		if err != nil {
			return r.price.reject(row, "too_large")
		}
		t = totals{minor, minor, 0, !r.priceGross, r.priceGross, false}
	}
	if bad := r.taxes(row, &t); bad != nil {
		return bad
	}
	o.Quantity, o.Price, o.Net, o.Tax = quantity, price, t.net, t.tax
	if !hasQuantity {
		o.Quantity = kernel.Whole(int64(sign(t.net)))
	}
	if !hasPrice {
		o.Price = perUnit(t.net, o.Quantity)
	}
	return nil
}

// or is the cell, or the other one if no column fills it.
func (c cell) or(other cell) cell {
	if c.column < 0 {
		return other
	}
	return c
}

// totals are net, gross and tax of a line, and which of them are known.
type totals struct {
	net, gross, tax          int64
	hasNet, hasGross, hasTax bool
}

// taxes derives the third of net, tax and gross from two of them, or two from
// one and the rate (specification 0.3.10).
func (r *OrderReader) taxes(row []string, t *totals) *Rejection {
	tax, hasTax, bad := r.tax.number(row)
	rate, hasRate, bad2 := r.rate.number(row)
	if bad := first(bad, bad2); bad != nil {
		return bad
	}
	if hasTax {
		t.tax, t.hasTax = tax.Minor(), true
	}
	switch {
	case !hasRate:
		rate = r.usualRate
	case rate.Micro() > kernel.Whole(1).Micro(): // 13 means 13 %
		rate = kernel.Micro(rate.Micro() / 100)
	}
	t.derive(rate)
	return nil
}

func (t *totals) derive(rate kernel.Decimal) {
	switch {
	case t.hasNet && t.hasGross:
		t.tax = t.gross - t.net
	case t.hasNet && !t.hasTax:
		t.tax = share(t.net, rate.Micro(), 1_000_000)
	case t.hasGross && t.hasTax:
		t.net = t.gross - t.tax
	case t.hasGross:
		t.net = share(t.gross, 1_000_000, 1_000_000+rate.Micro())
		t.tax = t.gross - t.net
	}
}

// share is n·part/whole, rounded half away from zero.
func share(n, part, whole int64) int64 {
	if whole <= 0 {
		return n
	}
	hi, lo := bits.Mul64(uint64(max(n, -n)), uint64(part))
	lo, carry := bits.Add64(lo, uint64(whole/2), 0)
	if hi += carry; hi >= uint64(whole) {
		return 0
	}
	rounded, _ := bits.Div64(hi, lo, uint64(whole))
	return int64(sign(n)) * int64(rounded)
}

// perUnit is an amount by quantity, 0 for none.
func perUnit(minor int64, quantity kernel.Decimal) kernel.Decimal {
	n := quantity.Micro()
	if n == 0 {
		return kernel.Decimal{}
	}
	each := share(max(minor, -minor), 1_000_000*10_000, max(n, -n)) // minor → millionths of a major unit
	return kernel.Micro(int64(sign(minor)*sign(n)) * each)
}

// costs reads what the line cost us, whole or by unit.
func (r *OrderReader) costs(row []string, o *Order) *Rejection {
	cost, has, bad := r.cost.number(row)
	unit, hasUnit, bad2 := r.unitCost.number(row)
	if bad := first(bad, bad2); bad != nil {
		return bad
	}
	switch {
	case has:
		o.Cost, o.Costed = cost.Minor(), true
	case hasUnit:
		minor, err := kernel.Amount(o.Quantity, unit)
		if err != nil {
			return r.unitCost.reject(row, "too_large")
		}
		o.Cost, o.Costed = minor, true
	}
	return nil
}

func first(all ...*Rejection) *Rejection {
	for _, r := range all {
		if r != nil {
			return r
		}
	}
	return nil
}

func sign(n int64) int {
	if n < 0 {
		return -1
	}
	return 1
}
