package importing

import (
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// Claim is an invoice or a receipt as its row says it.
type Claim struct {
	Row      int
	Account  Party
	Number   string
	On       kernel.Date
	Due      kernel.Date
	Settled  kernel.Date
	Invoice  string // that a receipt pays
	Payer    string // who paid a receipt
	Bill     Bill
	Amount   int64 // gross
	Currency string
}

// Bill is how a receipt was paid, and what a bill of exchange says beside.
type Bill struct {
	Method             string
	Matures            kernel.Date
	Recourse, Accepted bool
}

// ClaimReader makes invoices or receipts of rows.
type ClaimReader struct {
	party                      partyCells
	number, date, due, settled cell
	amount, currency, invoice  cell
	payer                      cell
	bill                       billCells
	dates                      clean.Order
	numbered                   bool // whether a row without a number is wrong
	net                        bool // amounts are without tax
	rate                       kernel.Decimal
}

// Claims reads the rows of a sheet as invoices or receipts.
func (s *Sheet) Claims() *ClaimReader {
	r := &ClaimReader{party: s.party(), number: s.cell("number"), date: s.cell("date"), due: s.cell("due"), settled: s.cell("settled"),
		amount: s.cell("amount"), currency: s.cell("currency"), invoice: s.cell("invoice"), payer: s.cell("payer"), bill: s.bill(), dates: s.order,
		numbered: s.settings.Kind == Invoices, rate: s.usualRate()}
	r.net = s.settings.Tax == "net" && r.numbered && !s.taxed(r.amount.heading)
	return r
}

// Read makes an invoice or a receipt of a row, or says which cell is to blame.
func (r *ClaimReader) Read(row []string, c *Claim) (bad *Rejection) {
	c.Account, bad = r.party.read(row)
	if c.Payer = clean.Text(r.payer.raw(row)); c.Payer == "" && bad != nil {
		return bad
	}
	if meant := r.payer.text(row); c.Account == (Party{}) && meant != c.Payer { // somebody has said for whom he pays
		c.Account = Party{Code: meant, Name: meant}
	}
	if c.Number, c.Invoice = r.number.code(row), r.invoice.code(row); c.Number == "" && r.numbered {
		return r.number.reject(row, "number_missing")
	}
	if c.On, bad = r.date.date(row, r.dates); bad == nil && c.On.IsZero() {
		bad = r.date.reject(row, "date_missing")
	}
	if bad != nil {
		return bad
	}
	var bad2 *Rejection
	c.Due, bad = r.due.date(row, r.dates)
	c.Settled, bad2 = r.settled.date(row, r.dates)
	if bad = first(bad, bad2); bad != nil {
		return bad
	}
	amount, filled, bad := r.amount.number(row)
	if bad == nil && !filled {
		bad = r.amount.reject(row, "amount_missing")
	}
	if bad != nil {
		return bad
	}
	if c.Amount = amount.Minor(); r.net { // claims are gross
		c.Amount += share(c.Amount, r.rate.Micro(), 1_000_000)
	}
	if c.Amount > 0 && !c.Due.IsZero() && c.Due.Compare(c.On) < 0 {
		return r.due.reject(row, "due_early")
	}
	if c.Amount > 0 {
		c.Bill, bad = r.bill.read(row, c.On, r.dates)
	}
	var bad3 *Rejection
	c.Currency, bad3 = currency(r.currency, row)
	return first(bad, bad3)
}

var currencies = map[string]string{
	"人民币": "CNY", "RMB": "CNY", "¥": "CNY", "元": "CNY", "美元": "USD", "美金": "USD", "$": "USD", "US$": "USD", "欧元": "EUR", "€": "EUR",
	"英镑": "GBP", "£": "GBP", "日元": "JPY", "港币": "HKD", "港元": "HKD", "HK$": "HKD", "台币": "TWD", "新台币": "TWD", "韩元": "KRW", "新加坡元": "SGD",
}

// currency is the ISO 4217 code in a cell, "" in a blank one.
func currency(c cell, row []string) (string, *Rejection) {
	s := strings.ToUpper(c.text(row))
	if code, ok := currencies[s]; ok {
		return code, nil
	}
	if s != "" && (len(s) != 3 || strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		return "", c.reject(row, "bad_currency")
	}
	return s, nil
}
