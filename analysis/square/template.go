package square

// stages are what the levels of both templates come from.
var stages = [side]Label{{"孕育", "Exploratory"}, {"初级", "Basic"}, {"中级", "Cooperative"}, {"伙伴", "Partnership"}, {"协作", "Integrated"}}

// relationship is Millman and Wilson's plane: what the relationship is like, and
// how much of both companies is involved. The stages lie on its diagonal.
func relationship() Template {
	return Template{
		X: Axis{Label{"关系性质", "Nature of the relationship"}, [side]Label{
			{"交易型", "Transactional"}, {"优先选择", "Preferred"}, {"合作", "Cooperative"}, {"伙伴", "Partnership"}, {"协作一体", "Integrated"}}},
		Y: Axis{Label{"参与程度", "Level of involvement"}, [side]Label{
			{"单点（经理–采购）", "One to one"}, {"多人", "Several people"}, {"多层级", "Several levels"}, {"多部门", "Several departments"}, {"联合小组", "Joint teams"}}},
		Cells: cells(words{
			ahead:  pair{Label{"投入超前", "ahead of trust"}, Label{"先建立信任，或压缩投入", "Build trust first, or cut the effort"}},
			behind: pair{Label{"投入不足", "under-served"}, Label{"客户已准备好：补足人员和接触", "The customer is ready: put in people and contacts"}},
			x:      Label{"深化关系：争取下一级合作", "Deepen the relationship by one level"},
			y:      Label{"扩大参与：让更多部门加入", "Involve more departments"},
		}),
	}
}

// views are the stage as each side sees it.
func views() Template {
	return Template{
		X: Axis{Label{"我方认定的阶段", "Stage as we see it"}, stages},
		Y: Axis{Label{"客户认定的阶段", "Stage as the customer sees it"}, stages},
		Cells: cells(words{
			ahead:  pair{Label{"我方低估", "underestimated by us"}, Label{"客户看得更近：主动提出下一步", "They feel closer than we do: propose the next step"}},
			behind: pair{Label{"我方高估", "overestimated by us"}, Label{"先听客户怎么说，再谈升级", "Hear what the customer misses before asking for more"}},
			x:      Label{"与客户确认并推进合作", "Confirm and take the next step together"},
			y:      Label{"让客户感受到合作成果", "Make the results visible to the customer"},
		}),
	}
}

type pair struct{ name, action Label }

// words are those by which the squares of a template are called.
type words struct {
	ahead, behind pair
	x, y          Label // what to do where x, or y, comes next
}

// last is what to do in the upper right corner.
var last = Label{"守住：定期复盘，防止中断", "Keep it: review regularly, prevent an interruption"}

// cells calls every square after the stage that both sides have reached.
func cells(w words) []Cell {
	all := make([]Cell, 0, squares)
	for y := 1; y <= side; y++ {
		for x := 1; x <= side; x++ {
			all = append(all, w.cell(Point{x, y}))
		}
	}
	return all
}

func (w words) cell(p Point) Cell {
	name := stages[min(p.X, p.Y)-1]
	switch gap := p.Y - p.X; {
	case gap >= 2:
		return Cell{named(name, w.ahead.name), "amber", w.ahead.action}
	case gap <= -2:
		return Cell{named(name, w.behind.name), "red", w.behind.action}
	}
	c := Cell{Name: name, Colour: "blue", Action: w.y}
	switch next := p.next(); {
	case next == p:
		c.Colour, c.Action = "green", last
	case next.X > p.X:
		c.Action = w.x
	}
	if min(p.X, p.Y) >= 4 {
		c.Colour = "green"
	} else if max(p.X, p.Y) == 1 {
		c.Colour = "grey"
	}
	return c
}

func named(stage, state Label) Label {
	return Label{stage.Chinese + " · " + state.Chinese, stage.English + " · " + state.English}
}
