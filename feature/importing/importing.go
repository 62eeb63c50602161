// Package importing decides what a file from another system means: which column
// is which field, which rows can be booked, and why the others cannot. Rows
// that are wrong never stop those that are right.
package importing

import (
	"strings"

	"erba/kernel"
)

// The kinds of file.
const (
	Accounts = "accounts"
	Contacts = "contacts"
	Products = "products"
	Orders   = "orders"
	Invoices = "invoices"
	Receipts = "receipts"
	Costs    = "costs"
	Rates    = "rates"

	Opportunities = "opportunities"
)

// Kinds are all of them; accounts and products come before what is booked on them.
var Kinds = []string{Accounts, Products, Contacts, Orders, Invoices, Receipts, Costs, Rates, Opportunities}

// The states of an import.
const (
	Draft     = "draft"    // uploaded, columns matched
	Checking  = "checking" // the job that makes the preview runs
	Checked   = "checked"
	Booking   = "booking"
	Published = "published"
	Cancelled = "cancelled"
	Failed    = "failed"
	Undone    = "undone"
)

// Settings say how a file is to be read and booked; a profile keeps them for
// the next file of the same source.
type Settings struct {
	Kind           string                       `json:"kind" enum:"accounts,contacts,products,orders,invoices,receipts,costs,rates,opportunities"`
	Profile        string                       `json:"profile,omitempty" maxLength:"60" doc:"Keep these settings under this name"`
	Source         string                       `json:"source,omitempty" maxLength:"60" doc:"The system the file comes from; lines of one source are told apart by their own numbers"`
	Encoding       string                       `json:"encoding,omitempty" doc:"Empty: find out"`
	Separator      string                       `json:"separator,omitempty" doc:"Empty: find out"`
	Sheet          string                       `json:"sheet,omitempty" doc:"Of a workbook; empty: the first with rows"`
	Header         int                          `json:"header,omitempty" minimum:"0" doc:"Row of the header; 0: find it"`
	HeaderRows     int                          `json:"header_rows,omitempty" minimum:"0" maximum:"2" doc:"0: find out"`
	Matching       map[string]string            `json:"matching,omitempty" doc:"Column by field; absent: find out"`
	Values         map[string]map[string]string `json:"values,omitempty" doc:"By field: what a value of the file stands for"`
	Fill           []string                     `json:"fill,omitempty" doc:"Columns whose blank cells repeat the cell above"`
	DateOrder      string                       `json:"date_order,omitempty" doc:"dmy or mdy, of dates such as 1/2/2025; empty: find out"`
	Tax            string                       `json:"tax,omitempty" doc:"net or gross: whether the amounts are without or with tax; empty: not asked yet, taken for net"`
	TaxRate        *kernel.Decimal              `json:"tax_rate,omitempty" doc:"Where the file names none; 0.13 if absent"`
	CreateAccounts bool                         `json:"create_accounts,omitempty" doc:"Open accounts that are not known yet"`
	NoAccount      string                       `json:"no_account,omitempty" doc:"reject or keep: what becomes of rows that name no account"`
	Fixed          map[string]string            `json:"-"` // columns by field that are certain, while the others are found out
	Sure           bool                         `json:"-"` // the user has seen what complete months reverse
	CompleteMonths bool                         `json:"complete_months,omitempty" doc:"Lines of the file's months that it lacks are reversed"`
}

// Keep is the value of NoAccount that books rows without an account.
const Keep = "keep"

// Import is one file on its way into the books.
type Import struct {
	ID          kernel.ID     `json:"id"`
	State       string        `json:"state" enum:"draft,checking,checked,booking,published,cancelled,failed,undone"`
	Settings    Settings      `json:"settings"`
	File        Shape         `json:"file"`
	Fields      []FieldView   `json:"fields" doc:"What the columns may fill"`
	Needs       [][]string    `json:"needs"  doc:"Of each, one field at least must have a column"`
	Check       *Report       `json:"check,omitempty" doc:"What the import would do, or did"`
	Same        *Earlier      `json:"same,omitempty"  doc:"The same file was imported before"`
	Kept        []kernel.Kept `json:"kept,omitempty" doc:"What stayed when it was taken back, and why"`
	Job         kernel.ID     `json:"job,omitzero"    doc:"That works on it, or did"`
	Batch       kernel.ID     `json:"batch,omitzero"  doc:"In the ledger"`
	By          string        `json:"by"`
	CreatedAt   int64         `json:"created_at"   doc:"Microseconds since 1970, UTC"`
	PublishedAt int64         `json:"published_at" doc:"Microseconds since 1970, UTC; 0 = not yet"`
}

// FieldView is a field as the screens list it.
type FieldView struct {
	Name   string `json:"name" doc:"Text key importing.field_<name>"`
	Needed bool   `json:"needed"`
}

// Profile is settings under a name.
type Profile struct {
	Name     string   `json:"name"`
	Settings Settings `json:"settings"`
}

// Counts are what became of the rows of a file, or would.
type Counts struct {
	Rows       int64 `json:"rows"`
	Inserted   int64 `json:"inserted"`
	Updated    int64 `json:"updated"`
	Duplicates int64 `json:"duplicates"`
	Rejected   int64 `json:"rejected"`
}

// Column is a column of the file and what we take it for.
type Column struct {
	Name    string   `json:"name"`
	Samples []string `json:"samples"`
	Field   string   `json:"field" doc:"Empty: none"`
	Sure    bool     `json:"sure"  doc:"By its heading; else by its contents"`
	Gaps    bool     `json:"gaps"  doc:"Blank cells below filled ones: ask whether they repeat"`
	Unit    int64    `json:"unit"  doc:"What its figures are multiplied by: 10000 for 万元"`
}

// Left is a row that is no data.
type Left struct {
	Row  int    `json:"row"`
	Text string `json:"text"`
}

// Shape is what was found out about a file.
type Shape struct {
	Name      string   `json:"name"`
	Bytes     int64    `json:"bytes"`
	Format    string   `json:"format"    doc:"csv, xlsx, html, spreadsheetml"`
	Encoding  string   `json:"encoding"`
	Separator string   `json:"separator"`
	Sheet     string   `json:"sheet"`
	HeaderRow int      `json:"header_row"`
	Skipped   []Left   `json:"skipped" doc:"Titles and footers"`
	Totals    []Left   `json:"totals"  doc:"Subtotals and totals among the first rows"`
	Columns   []Column `json:"columns"`
}

// Report is what an import did, or would do.
type Report struct {
	Counts
	Seconds  float64           `json:"seconds"`
	Reasons  []Reason          `json:"reasons"`
	Warnings []Warning         `json:"warnings"`
	Replaced []Replaced        `json:"replaced" doc:"Values of the file for which the settings put others"`
	Mapping  map[string]string `json:"mapping" doc:"Column by field"`
	Sums     []Sum             `json:"sums"    doc:"The file's own totals, compared"`
	Missing  *Missing          `json:"missing,omitempty"`
	Sample   []Written         `json:"sample,omitzero" doc:"Of a check: a few rows as they would stand"`
	Filled   int64             `json:"filled"   doc:"Cells of wanted fields that say something, in rows that could be read"`
	Wanted   int64             `json:"wanted"   doc:"All such cells"`
	Same     *Earlier          `json:"same,omitempty" doc:"The same file was imported before"`
	Dry      bool              `json:"dry_run"`
}

// Reason is why rows were rejected, with the first of them.
type Reason struct {
	Reason string      `json:"reason" doc:"Text key importing.<reason>; with a point in it, the whole key"`
	Rows   int64       `json:"rows"`
	First  []Rejection `json:"first"`
}

// TextOf is the text key of a reason or a warning; the rules of other features
// bring their own.
func TextOf(reason string) string {
	if strings.Contains(reason, ".") {
		return reason
	}
	return "importing." + reason
}

// Rejection is a row that cannot be booked, and the cell that is to blame.
type Rejection struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

// Warning counts rows that were booked although something about them is unknown.
type Warning struct {
	Warning string   `json:"warning" doc:"Text key importing.<warning>"`
	Rows    int64    `json:"rows"`
	First   []string `json:"first" doc:"Some of the values"`
}

// Sum compares a total of the file with the rows it sums.
type Sum struct {
	Row    int            `json:"row"`
	Column string         `json:"column"`
	File   kernel.Decimal `json:"file"`
	Rows   kernel.Decimal `json:"rows"`
	Agrees bool           `json:"agrees"`
}

// Missing are lines of complete months that the file lacks and that are reversed.
type Missing struct {
	Lines  int64          `json:"lines"`
	Amount kernel.Decimal `json:"amount"`
	Share  float64        `json:"share" doc:"Of the lines the ledger holds in those months"`
}

// Asked is from which share of missing lines on the user is asked first.
const Asked = 0.01
