package fee

import "slices"

// The kinds of cost of a contribution (method M26) that a fee can be.
const (
	discount  = "discount"
	rebate    = "rebate"
	promotion = "promotion"
	favour    = "favour"
)

// Cost is the kind of cost that a type of fee is: the one by whose word it or one above
// it is named, and promotion otherwise.
func (c Config) Cost(key string) string {
	for range len(c.Types) {
		if slices.Contains([]string{discount, rebate, favour}, key) {
			return key
		}
		t, known := c.Find(key)
		if !known {
			break
		}
		key = t.Above
	}
	return promotion
}
