package importing

import (
	"strings"
	"time"

	"erba/analysis/clean"
	"erba/feature/ledger"
	"erba/kernel"
)

// Spending is an entry of cost as its row says it, in the currency of the document.
type Spending struct {
	Row     int
	Account Party
	ledger.Cost
}

func (s *Spending) origin() (int, Party) { return s.Row, s.Account }

// SpendingReader makes entries of cost of rows.
type SpendingReader struct {
	party                                          partyCells
	number, date, kind, person, hours, spent, note cell
	currency, invoiced                             cell
	dates                                          clean.Order
	today                                          kernel.Date
}

// Spendings reads the rows of a sheet as entries of cost.
func (s *Sheet) Spendings() *SpendingReader {
	return &SpendingReader{s.party(), s.cell("number"), s.cell("date"), s.cell("kind"), s.cell("person"), s.cell("hours"), s.cell("spent"),
		s.cell("note"), s.cell("currency"), s.cell("invoiced"), s.order, kernel.DateOf(time.Now())}
}

// Read makes an entry of a row, or says which cell is to blame. What stands on
// an invoice is refused: the sales are net of it, so it would count twice.
func (r *SpendingReader) Read(row []string, s *Spending) (bad *Rejection) {
	if s.Account, bad = r.party.read(row); bad != nil {
		return bad
	}
	if s.On, bad = r.date.date(row, r.dates); bad == nil && s.On.IsZero() {
		bad = r.date.reject(row, "date_missing")
	}
	if bad != nil {
		return bad
	}
	if s.Kind = meaning(costKinds, r.kind.text(row)); s.Kind == "" {
		return r.kind.reject(row, "kind_missing")
	}
	if meaning(answers, r.invoiced.text(row)) == "yes" {
		return r.invoiced.reject(row, "on_invoice")
	}
	s.Number, s.Person, s.Note = r.number.code(row), meaning(costPersons, r.person.text(row)), cut(r.note.text(row))
	var bad2, bad3 *Rejection
	var amount kernel.Decimal
	s.Hours, _, bad = r.hours.number(row)
	amount, _, bad2 = r.spent.number(row)
	s.Currency, bad3 = currency(r.currency, row)
	if bad = first(first(bad, bad2), bad3); bad != nil {
		return bad
	}
	s.Amount = amount.Minor()
	return r.blame(row, s.Check(r.today))
}

// blame finds the cell that an entry is refused for.
func (r *SpendingReader) blame(row []string, err error) *Rejection {
	fault, ok := err.(*kernel.Fault)
	if !ok {
		return nil
	}
	c := map[string]cell{"ledger.cost_kind_unknown": r.kind, "ledger.cost_person_unknown": r.person, "ledger.cost_future": r.date,
		"ledger.cost_hours_negative": r.hours, "ledger.cost_empty": r.hours.or(r.spent)}[fault.Key]
	return c.reject(row, fault.Key)
}

// meaning is what a word of a file stands for; the word itself if nobody knows it.
func meaning(words map[string]string, word string) string {
	if to, ok := words[strings.ToLower(word)]; ok {
		return to
	}
	return strings.ToLower(word)
}

// costKinds are the words for the kinds of cost.
var costKinds = map[string]string{
	"拜访": ledger.Visit, "客户拜访": ledger.Visit, "走访": ledger.Visit, "visits": ledger.Visit,
	"服务": ledger.Serving, "售后": ledger.Serving, "售后服务": ledger.Serving, "技术支持": ledger.Serving, "维修": ledger.Serving, "support": ledger.Serving,
	"运费": ledger.Freight, "物流": ledger.Freight, "物流费": ledger.Freight, "运输费": ledger.Freight, "shipping": ledger.Freight,
	"费用": ledger.Expense, "差旅": ledger.Expense, "差旅费": ledger.Expense, "招待费": ledger.Expense, "业务费": ledger.Expense, "expenses": ledger.Expense, "travel": ledger.Expense,
	"物料": ledger.Material, "样品": ledger.Material, "材料": ledger.Material, "materials": ledger.Material, "sample": ledger.Material, "samples": ledger.Material,
	"票外折扣": ledger.Discount, "折扣": ledger.Discount, "折让": ledger.Discount, "discounts": ledger.Discount,
	"返利": ledger.Rebate, "返点": ledger.Rebate, "rebates": ledger.Rebate,
	"促销": ledger.Promotion, "促销费": ledger.Promotion, "市场费": ledger.Promotion, "promotions": ledger.Promotion,
	"礼品": ledger.Favour, "赠品": ledger.Favour, "优惠": ledger.Favour, "人情": ledger.Favour, "favor": ledger.Favour, "gift": ledger.Favour, "gifts": ledger.Favour,
}

// costPersons are the words for the classes of person.
var costPersons = map[string]string{
	"销售": "sales", "业务员": "sales", "客户经理": "sales", "rep": "sales",
	"服务": "service", "客服": "service", "售后": "service",
	"技术": "technical", "工程师": "technical", "技术支持": "technical", "engineer": "technical", "technician": "technical",
	"管理": "manager", "经理": "manager", "主管": "manager", "总监": "manager", "management": "manager",
}

// answers are the words for yes; all others are no.
var answers = map[string]string{"是": "yes", "y": "yes", "yes": "yes", "true": "yes", "1": "yes", "票内": "yes", "已开票": "yes"}
