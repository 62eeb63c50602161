package bundle_test

import (
	"testing"

	"erba/analysis/bundle"
)

// M51 (e): price 1,200, our cost 500, the partner's part 400: 25.0 %.
func TestM51(t *testing.T) {
	p := bundle.Package{Price: 1200_00, Items: []bundle.Item{{Name: "主机", Cost: 300_00}, {Name: "安装", Cost: 200_00}, {Name: "耗材", Partner: true, Cost: 400_00}}}
	if err := p.Check(); err != nil {
		t.Fatal(err)
	}
	if own, partners := p.Costs(); own != 500_00 || partners != 400_00 || p.Margin() != 0.25 {
		t.Errorf("%d and %d, margin %v", own, partners, p.Margin())
	}
}

func TestWhatIsNoPackage(t *testing.T) {
	two := []bundle.Item{{Name: "a"}, {Name: "b"}}
	tests := map[string]bundle.Package{
		"without a price":      {Items: two},
		"of one thing":         {Price: 1, Items: two[:1]},
		"with a negative cost": {Price: 1, Items: []bundle.Item{{Name: "a", Cost: -1}, {Name: "b"}}},
	}
	for name, p := range tests {
		if p.Check() == nil {
			t.Errorf("a package %s passed", name)
		}
	}
}
