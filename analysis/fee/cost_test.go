package fee_test

import (
	"testing"

	"erba/analysis/fee"
)

func TestAFeeIsOfAKindOfCost(t *testing.T) {
	c := fee.Default()
	c.Types = append(c.Types, fee.Type{Key: "yearly", Zh: "年度返利", En: "Yearly rebate", Above: "rebate"}, fee.Type{Key: "favour", Zh: "礼品", En: "Gifts"})
	for key, want := range map[string]string{
		"rebate": "rebate", "yearly": "rebate", "favour": "favour", // by its own word, or by one above it
		"pile": "promotion", "tp3": "promotion", "gone": "promotion", "": "promotion",
	} {
		if got := c.Cost(key); got != want {
			t.Errorf("%q is %s, not %s", key, got, want)
		}
	}
}
