package latent

import (
	"cmp"
	"encoding/binary"
	"slices"

	"erba/kernel"
)

// Purchase is one line of an order.
type Purchase struct {
	Order   uint64
	Day     int32
	Product int32
	Amount  int64
}

// History is what one account has bought: its orders by day, each on the day of
// its earliest line with its products in order.
type History struct {
	Days     []int32 // of each order
	Until    []int32 // where its products end
	Products []int32
	Amounts  []int64
}

// HistoryOf puts lines together, in whatever order they come. It sorts them.
func HistoryOf(lines []Purchase) (h History) {
	slices.SortFunc(lines, func(a, b Purchase) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Day, b.Day)) })
	for i := 1; i < len(lines); i++ { // the first line of an order says its day
		if lines[i].Order == lines[i-1].Order {
			lines[i].Day = lines[i-1].Day
		}
	}
	slices.SortFunc(lines, func(a, b Purchase) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Order, b.Order), cmp.Compare(a.Product, b.Product))
	})
	for i, l := range lines {
		h.add(l, i > 0 && lines[i-1].Order == l.Order)
	}
	return h
}

// add takes in the next line; again says that it is of the same order as the one before.
func (h *History) add(l Purchase, again bool) {
	if !again {
		h.Days, h.Until = append(h.Days, l.Day), append(h.Until, int32(len(h.Products)))
	}
	last := len(h.Products) - 1
	if again && h.Products[last] == l.Product {
		h.Amounts[last] += l.Amount
		return
	}
	h.Products, h.Amounts = append(h.Products, l.Product), append(h.Amounts, l.Amount)
	h.Until[len(h.Until)-1]++
}

// items are where the products of an order begin and end.
func (h *History) items(order int) (from, to int32) {
	if order > 0 {
		from = h.Until[order-1]
	}
	return from, h.Until[order]
}

// within are the orders between two days, both included.
func (h *History) within(from, to int32) (first, end int) {
	first, _ = slices.BinarySearch(h.Days, from)
	end, _ = slices.BinarySearch(h.Days, to+1)
	return first, end
}

// Append writes the history as few bytes, the same for the same purchases.
func (h *History) Append(into []byte) []byte {
	into = binary.AppendUvarint(into, uint64(len(h.Days)))
	day := int32(0)
	for order, on := range h.Days {
		from, to := h.items(order)
		into = binary.AppendVarint(into, int64(on-day))
		into = binary.AppendUvarint(into, uint64(to-from))
		day = on
		product := int32(0)
		for i := from; i < to; i++ {
			into = binary.AppendUvarint(into, uint64(h.Products[i]-product))
			into = binary.AppendVarint(into, h.Amounts[i])
			product = h.Products[i]
		}
	}
	return into
}

// Read takes what Append wrote; what the history held before is overwritten.
func (h *History) Read(raw []byte) error {
	h.Days, h.Until, h.Products, h.Amounts = h.Days[:0], h.Until[:0], h.Products[:0], h.Amounts[:0]
	r := reader{raw: raw}
	day := int32(0)
	for range r.unsigned() {
		day += int32(r.signed())
		n, product := r.unsigned(), int32(0)
		if r.broken {
			break
		}
		for range n {
			product += int32(r.unsigned())
			amount := r.signed()
			if r.broken {
				break
			}
			h.Products, h.Amounts = append(h.Products, product), append(h.Amounts, amount)
		}
		h.Days, h.Until = append(h.Days, day), append(h.Until, int32(len(h.Products)))
	}
	return r.fault()
}

// reader takes numbers from bytes.
type reader struct {
	raw    []byte
	broken bool
}

func (r *reader) unsigned() uint64 {
	v, n := binary.Uvarint(r.raw)
	r.skip(n)
	return v
}

func (r *reader) signed() int64 {
	v, n := binary.Varint(r.raw)
	r.skip(n)
	return v
}

func (r *reader) skip(n int) {
	if n <= 0 {
		r.broken, r.raw = true, nil
		return
	}
	r.raw = r.raw[n:]
}

func (r *reader) fault() error {
	if r.broken || len(r.raw) > 0 {
		return kernel.Refused("latent.broken")
	}
	return nil
}
