package rfm

// Type is one of the eight customer types: which of the three scores are high.
type Type uint8

// The types by R, F and M high: 111 to 000. NoOrders has never ordered.
const (
	NoOrders         Type = iota
	ImportantValue        // 重要价值 111
	ImportantKeep         // 重要保持 011
	ImportantDevelop      // 重要发展 101
	ImportantWinBack      // 重要挽留 001
	OrdinaryValue         // 一般价值 110
	OrdinaryKeep          // 一般保持 010
	OrdinaryDevelop       // 一般发展 100
	OrdinaryWinBack       // 一般挽留 000
)

// byHighs maps the bits R F M to the type.
var byHighs = [8]Type{OrdinaryWinBack, ImportantWinBack, OrdinaryKeep, ImportantKeep,
	OrdinaryDevelop, ImportantDevelop, OrdinaryValue, ImportantValue}

var types = [...]string{"rfm.no_orders", "rfm.important_value", "rfm.important_keep", "rfm.important_develop",
	"rfm.important_win_back", "rfm.ordinary_value", "rfm.ordinary_keep", "rfm.ordinary_develop", "rfm.ordinary_win_back"}

// Key is the text key of the type.
func (t Type) Key() string { return types[t] }

// TypeOf is the type of a score.
func (c Config) TypeOf(s Score) Type {
	if !s.Scored() {
		return NoOrders
	}
	bits := 0
	for _, score := range [3]uint8{s.R, s.F, s.M} {
		bits <<= 1
		if score >= c.High {
			bits |= 1
		}
	}
	return byHighs[bits]
}

// Interval is the scores from Low to High, both included.
type Interval struct{ Low, High uint8 }

func (i Interval) has(score uint8) bool { return i.Low <= score && score <= i.High }

// Segment is a named box of scores.
type Segment struct {
	Name    string
	R, F, M Interval
}

// Segments is the table of ten segments of the R package rfm, whose names are
// known all over the trade; the first that fits wins, else Others.
func Segments() []Segment {
	return []Segment{
		{"Champions", Interval{5, 5}, Interval{5, 5}, Interval{5, 5}},
		{"Potential Loyalist", Interval{3, 5}, Interval{3, 5}, Interval{2, 5}},
		{"Loyal Customers", Interval{2, 4}, Interval{2, 4}, Interval{2, 4}},
		{"Promising", Interval{3, 4}, Interval{1, 3}, Interval{3, 5}},
		{"New Customers", Interval{4, 5}, Interval{1, 3}, Interval{1, 5}},
		{"Can't Lose Them", Interval{1, 2}, Interval{3, 4}, Interval{4, 5}},
		{"At Risk", Interval{1, 2}, Interval{2, 5}, Interval{4, 5}},
		{"Need Attention", Interval{1, 3}, Interval{3, 5}, Interval{3, 5}},
		{"About To Sleep", Interval{2, 3}, Interval{1, 3}, Interval{1, 4}},
		{"Lost", Interval{1, 1}, Interval{1, 5}, Interval{1, 5}},
	}
}

// SegmentOf is the name of the first segment that fits, "" for no orders.
func SegmentOf(s Score, table []Segment) string {
	if !s.Scored() {
		return ""
	}
	for _, segment := range table {
		if segment.R.has(s.R) && segment.F.has(s.F) && segment.M.has(s.M) {
			return segment.Name
		}
	}
	return "Others"
}
