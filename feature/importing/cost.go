package importing

import (
	"errors"
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// Spending is an entry of cost as its row says it, in the currency of the document.
type Spending struct {
	Row      int
	Account  Party
	Number   string
	On       kernel.Date
	Kind     string
	Person   string
	Hours    kernel.Decimal
	Amount   int64
	Note     string
	Currency string // "" = the base currency
}

func (s *Spending) origin() (int, Party) { return s.Row, s.Account }

// SpendingReader makes entries of cost of rows.
type SpendingReader struct {
	party                                          partyCells
	number, date, kind, person, hours, spent, note cell
	currency, invoiced                             cell
	dates                                          clean.Order
}

// Spendings reads the rows of a sheet as entries of cost.
func (s *Sheet) Spendings() *SpendingReader {
	return &SpendingReader{s.party(), s.cell("number"), s.cell("date"), s.cell("kind"), s.cell("person"), s.cell("hours"), s.cell("spent"),
		s.cell("note"), s.cell("currency"), s.cell("invoiced"), s.order}
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
	if s.Kind == onInvoice {
		return r.kind.reject(row, "on_invoice")
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
	return nil
}

// blame finds the cell that an entry is refused for.
func (r *SpendingReader) blame(row []string, err error) *Rejection {
	fault, ok := errors.AsType[*kernel.Fault](err)
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

// onInvoice is what stands on an invoice by its very name.
const onInvoice = "invoiced"

// costKinds are the words for the kinds of cost.
var costKinds = map[string]string{
	"拜访": "visit", "客户拜访": "visit", "走访": "visit", "visits": "visit",
	"服务": "service", "售后": "service", "售后服务": "service", "技术支持": "service", "维修": "service", "support": "service",
	"运费": "freight", "物流": "freight", "物流费": "freight", "运输费": "freight", "shipping": "freight",
	"费用": "expense", "差旅": "expense", "差旅费": "expense", "招待费": "expense", "业务费": "expense", "expenses": "expense", "travel": "expense",
	"物料": "material", "样品": "material", "材料": "material", "materials": "material", "sample": "material", "samples": "material",
	"票外折扣": "discount", "折扣": "discount", "折让": "discount", "discounts": "discount",
	"返利": "rebate", "返点": "rebate", "rebates": "rebate",
	"促销": "promotion", "促销费": "promotion", "市场费": "promotion", "promotions": "promotion",
	"礼品": "favour", "赠品": "favour", "优惠": "favour", "人情": "favour", "favor": "favour", "gift": "favour", "gifts": "favour",
	"信用成本": "credit_within", "资金成本": "credit_within", "资金占用": "credit_within", "资金占用费": "credit_within", "账期成本": "credit_within", "credit": "credit_within",
	"逾期信用成本": "credit_overdue", "逾期成本": "credit_overdue", "逾期利息": "credit_overdue", "逾期占用": "credit_overdue", "overdue": "credit_overdue",
	"票内折扣": onInvoice, "发票折扣": onInvoice, "发票内折扣": onInvoice, "票面折扣": onInvoice, "on-invoice discount": onInvoice, "invoice discount": onInvoice,
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
