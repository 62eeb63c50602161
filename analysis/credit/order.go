package credit

// Exposure is what a customer owes or will owe, in minor units.
type Exposure struct {
	Receivable int64 `json:"receivable" doc:"Open invoices, late ones included"`
	Shipped    int64 `json:"shipped"    doc:"Delivered, not yet invoiced"`
	Bills      int64 `json:"bills"      doc:"Bills of exchange that are not yet due"`
	Orders     int64 `json:"orders"     doc:"Approved orders that are neither"`
}

// Total is never below zero: what was paid in advance gives no credit.
func (e Exposure) Total() int64 {
	return max(0, e.Receivable) + max(0, e.Shipped) + max(0, e.Bills) + max(0, e.Orders)
}

// Plus is the exposure of two companies together.
func (e Exposure) Plus(other Exposure) Exposure {
	return Exposure{e.Receivable + other.Receivable, e.Shipped + other.Shipped, e.Bills + other.Bills, e.Orders + other.Orders}
}

// Room is a limit and what of it is used.
type Room struct {
	Limited   bool     `json:"limited"   doc:"A limit was decided; else there is none"`
	Limit     int64    `json:"limit"`
	Temporary int64    `json:"temporary" doc:"On top of it, for now"`
	Exposure  Exposure `json:"exposure"`
}

// Whole is the limit with what is on top for now.
func (r Room) Whole() int64 { return r.Limit + r.Temporary }

// Left is what may still be ordered; below zero: the limit is exceeded.
func (r Room) Left() int64 { return r.Whole() - r.Exposure.Total() }

// excess is by how much an order goes beyond.
func (r Room) excess(order int64) int64 { return max(0, order-r.Left()) }

// Reason is why an order is blocked.
type Reason string

// The reasons.
const (
	OverLimit Reason = "limit"   // its own limit
	OverGroup Reason = "group"   // that of its group
	Late      Reason = "overdue" // a document is overdue for too long
	Unlimited Reason = "none"    // nobody has decided a limit
	Stopped   Reason = "stop"    // deliveries are stopped
)

// Asked is a customer who orders.
type Asked struct {
	Own     Room
	Groups  []Room // of the companies above that have a limit
	Worst   int    // days that the oldest open document is overdue
	Stopped bool
	Order   int64
}

// Verdict is what becomes of an order.
type Verdict struct {
	Pass     bool     `json:"pass"`
	Excess   int64    `json:"excess"   doc:"By so much it goes beyond the limit, minor units"`
	Reasons  []Reason `json:"reasons"`
	Exposure int64    `json:"exposure" doc:"With the order"`
	Limit    int64    `json:"limit"    doc:"What is on top for now included"`
	Worst    int      `json:"worst"    doc:"Days that the oldest open document is overdue"`
}

// Judge lets an order pass that goes beyond no limit, of a customer who is not late
// for too long. Who has no limit of his own stands on that of his group.
func (c Config) Judge(a Asked) Verdict {
	v := Verdict{Exposure: a.Own.Exposure.Total() + a.Order, Limit: a.Own.Whole(), Worst: a.Worst, Reasons: []Reason{}}
	if a.Own.Limited {
		v.beyond(a.Own.excess(a.Order), OverLimit)
	} else if len(a.Groups) == 0 {
		v.beyond(a.Order, Unlimited)
	}
	for _, group := range a.Groups {
		v.beyond(group.excess(a.Order), OverGroup)
	}
	if a.Worst > c.Block {
		v.Reasons = append(v.Reasons, Late)
	}
	if a.Stopped {
		v.Reasons = append(v.Reasons, Stopped)
	}
	v.Pass = len(v.Reasons) == 0
	return v
}

// beyond notes an excess; that of several groups once, the largest.
func (v *Verdict) beyond(excess int64, reason Reason) {
	if excess <= 0 {
		return
	}
	v.Excess = max(v.Excess, excess)
	if n := len(v.Reasons); n == 0 || v.Reasons[n-1] != reason {
		v.Reasons = append(v.Reasons, reason)
	}
}

// Light is what everybody may know of a customer's credit.
type Light string

// The lights: may order; ask first; does not get anything.
const (
	Green Light = "ok"
	Amber Light = "ask"
	Red   Light = "blocked"
)

// Light is what a customer stands at before he orders.
func (c Config) Light(a Asked) Light {
	a.Order = 0
	short := a.Own.Limited && near(a.Own, c.Near) || !a.Own.Limited && len(a.Groups) == 0
	for _, group := range a.Groups {
		short = short || near(group, c.Near)
	}
	switch {
	case !c.Judge(a).Pass || spent(a):
		return Red
	case short || a.Worst > 0:
		return Amber
	}
	return Green
}

// spent reports whether no order at all would pass.
func spent(a Asked) bool {
	if a.Own.Limited && a.Own.Left() <= 0 {
		return true
	}
	for _, group := range a.Groups {
		if group.Left() <= 0 {
			return true
		}
	}
	return false
}

func near(r Room, part float64) bool {
	return r.Exposure.Total() >= rounded(product(r.Whole(), micro(part)), product(1e6), 1, true)
}
