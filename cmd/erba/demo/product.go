package demo

import "fmt"

// Product is something the company sells; prices in yuan.
type Product struct {
	Code, Name, Line, Unit string
	Price, Cost            float64
}

// lines are the product lines, ten products each, from cheap to dear.
var lines = []struct {
	name, unit  string
	from, cost  float64 // price of the first, cost as a share of the price
	step        float64 // how much dearer the next one is
	what, model string
}{
	{"轴承", "套", 180, 0.66, 1.45, "调心滚子轴承", "BR"},
	{"减速机", "台", 2_400, 0.7, 1.35, "行星减速机", "GX"},
	{"密封件", "件", 26, 0.52, 1.4, "组合密封圈", "SL"},
	{"液压件", "台", 950, 0.68, 1.38, "柱塞泵", "HP"},
	{"传感器", "只", 320, 0.55, 1.3, "状态监测传感器", "SN"},
	{"服务备件", "批", 600, 0.48, 1.3, "检修备件包", "SP"},
}

func catalogue() (all []Product) {
	for _, l := range lines {
		price := l.from
		for i := range 10 {
			code := fmt.Sprintf("%s-%02d0", l.model, i+1)
			all = append(all, Product{Code: code, Name: l.what + " " + code, Line: l.name, Unit: l.unit,
				Price: round(price), Cost: round(price * l.cost)})
			price *= l.step
		}
	}
	return all
}

// round is to whole fen.
func round(yuan float64) float64 { return float64(int64(yuan*100+0.5)) / 100 }
