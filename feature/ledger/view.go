package ledger

import "erba/kernel"

// Row is a line as its readers see it.
type Row struct {
	ID         string         `json:"id"          db:"-"`
	Order      string         `json:"order"       db:"order_no"`
	Number     string         `json:"line"        db:"line_no"`
	Product    string         `json:"product"     db:"product"`
	On         kernel.Date    `json:"on"          db:"ordered_on"`
	Quantity   kernel.Decimal `json:"quantity"    db:"quantity"`
	Price      kernel.Decimal `json:"price"       db:"price"`
	Amount     int64          `json:"amount"      db:"amount" doc:"Net, minor units of the base currency"`
	Tax        int64          `json:"tax"         db:"tax"`
	Cost       *int64         `json:"cost,omitempty"     db:"cost" may:"margin:read"`
	Currency   *string        `json:"currency,omitempty" db:"currency" doc:"Of the document, if not the base currency"`
	Original   *int64         `json:"original,omitempty" db:"original" doc:"Net in that currency"`
	EndAccount string         `json:"end_account" db:"end_account"`
	ShipTo     string         `json:"ship_to"     db:"ship_to"`
	Company    string         `json:"company"     db:"company"`
	Key        int64          `json:"-"           db:"id"`
}

// Rows is a page of lines, the latest first; Next is empty on the last one.
type Rows struct {
	Rows []Row  `json:"rows"`
	Next string `json:"next,omitempty"`
}

// Query says which lines of an account a page holds.
type Query struct {
	Account  kernel.ID
	From, To kernel.Date // inclusive; zero: open
	Product  string
	Order    string
	After    string
	Limit    int
}

// Bar is one month of the chart: this year's figures and those of the same
// month a year before.
type Bar struct {
	Month    Month `json:"month"     doc:"2026-06"`
	Sales    int64 `json:"sales"     doc:"Net of returns"`
	Returns  int64 `json:"returns"`
	Gross    int64 `json:"gross,omitzero" doc:"Gross profit" may:"margin:read"`
	Orders   int64 `json:"orders"`
	LastYear int64 `json:"last_year" doc:"Net sales of the month twelve months before"`
}

// Product is what an account bought of one product.
type Product struct {
	Product  string         `json:"product"   db:"product"`
	Quantity kernel.Decimal `json:"quantity"  db:"quantity"`
	Amount   int64          `json:"amount"    db:"amount" doc:"Net"`
	Lines    int64          `json:"lines"     db:"lines"`
	LastOn   kernel.Date    `json:"last_on"   db:"last_on"`
}

// Summary is what the account page shows of the ledger. The window is the
// months to the as-of day, both ends inclusive.
type Summary struct {
	AsOf     kernel.Date `json:"as_of"`
	From     kernel.Date `json:"from"`
	Currency string      `json:"currency"`
	Net      int64       `json:"net"        doc:"Net sales of the window"`
	Before   int64       `json:"before"     doc:"Net sales of the same window a year earlier"`
	Gross    int64       `json:"gross,omitzero"   doc:"Gross profit of the window" may:"margin:read"`
	Sums     Sums        `json:"sums"`
	FirstOn  kernel.Date `json:"first_on,omitzero"  doc:"First order ever"`
	LastOn   kernel.Date `json:"last_on,omitzero"   doc:"Last order up to the as-of day"`
	Open     int64       `json:"open,omitzero"    doc:"Gross of the invoices not known to be settled" may:"invoice:read"`
	Overdue  int64       `json:"overdue,omitzero" doc:"Of these, past their due day" may:"invoice:read"`
	Bars     []Bar       `json:"bars"       doc:"Twelve months up to that of the as-of day, which counts up to that day"`
	Products []Product   `json:"products"   doc:"The ten that made most of the window's net sales"`
	Revision int64       `json:"revision"`
}

// InvoiceRow is an invoice as its readers see it.
type InvoiceRow struct {
	ID        string      `json:"id"        db:"-"`
	Number    string      `json:"number"    db:"number"`
	IssuedOn  kernel.Date `json:"issued_on" db:"issued_on"`
	DueOn     kernel.Date `json:"due_on,omitzero"     db:"due_on"`
	SettledOn kernel.Date `json:"settled_on,omitzero" db:"settled_on"`
	Amount    int64       `json:"amount"    db:"amount" doc:"Gross, minor units of the base currency"`
	Currency  *string     `json:"currency,omitempty" db:"currency"`
	Original  *int64      `json:"original,omitempty" db:"original"`
	Overdue   int         `json:"overdue"   db:"-" doc:"Days past due, 0 when it is not or nobody knows"`
	Key       int64       `json:"-"         db:"id"`
}

// InvoiceRows is a page of invoices, the latest first.
type InvoiceRows struct {
	Rows []InvoiceRow `json:"rows"`
	Next string       `json:"next,omitempty"`
}

// CostRow is an entry of what was put into an account, as its readers see it.
type CostRow struct {
	ID     string         `json:"id"     db:"-"`
	Number string         `json:"number" db:"number"`
	On     kernel.Date    `json:"on"     db:"spent_on"`
	Kind   string         `json:"kind"   db:"kind"   enum:"visit,service,freight,expense,material,discount,rebate,promotion,favour,credit_within,credit_overdue"`
	Person string         `json:"person" db:"person" enum:",sales,service,technical,manager"`
	Hours  kernel.Decimal `json:"hours"  db:"hours"`
	Amount int64          `json:"amount" db:"amount" doc:"Minor units of the base currency, without what hours cost"`
	Note   string         `json:"note"   db:"note"`
	Source string         `json:"source" db:"source" doc:"The system it comes from"`
	File   string         `json:"file"   db:"file"`
	Key    int64          `json:"-"      db:"id"`
}

// CostRows is a page of entries; Next is empty on the last one.
type CostRows struct {
	Rows []CostRow `json:"rows"`
	Next string    `json:"next,omitempty"`
}

// Rate is what one unit of a currency is worth in the base currency from a day on.
type Rate struct {
	Currency string         `json:"currency" db:"currency" pattern:"^[A-Z]{3}$"`
	Since    kernel.Date    `json:"since"    db:"since"`
	Rate     kernel.Decimal `json:"rate"     db:"rate"`
}

// Mismatch is a row of the roll-up that its lines do not bear out.
type Mismatch struct {
	Account kernel.ID `json:"account"`
	Month   Month     `json:"month"`
	Kept    Sums      `json:"kept"`
	Lines   Sums      `json:"lines"`
}
