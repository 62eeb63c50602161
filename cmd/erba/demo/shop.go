package demo

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"erba/analysis/display"
	"erba/feature/store"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// Some key accounts sell our spare parts over counters of their own, which are
// looked at every other month and show a little more each time.
const (
	dealing = 5  // accounts with counters
	everyOf = 7  // every so manieth account is one of them
	looks   = 4  // at a counter
	pause   = 61 // days between two looks
)

var (
	counters = []string{"备件专柜", "城东门市部", "展厅", "服务站"}
	remarks  = []string{"门口陈列被促销品牌占去一半", "价签已经更换，返券还没有到店", "店长答应下月补上橱窗陈列", "服务承诺牌放在收银台旁，位置不错"}
)

// furnish has the counters of accounts looked at, the last time with a photo.
func furnish(ctx context.Context, k *app.Kit, all []visited, today kernel.Date) error {
	for i := range dealing {
		if i*everyOf >= len(all) {
			return nil
		}
		a := all[i*everyOf]
		owner, err := k.Users.Viewer(ctx, a.account.Owner)
		if err != nil {
			return err
		}
		ctx := identity.Under(identity.With(ctx, owner), "store:write")
		for n := range 2 {
			if err := inspect(ctx, k, store.Check{Account: a.account.ID, Shop: a.account.City + counters[(i+2*n)%len(counters)]}, 3*i+n, today); err != nil {
				return err
			}
		}
	}
	return nil
}

// inspect looks at a counter again and again; n makes counters differ.
func inspect(ctx context.Context, k *app.Kit, c store.Check, n int, today kernel.Date) error {
	service, cfg := store.New(k), display.Default()
	for round := range looks {
		c.Day, c.Note = today.Add(-4-n-pause*(looks-1-round)), remarks[(n+round)%len(remarks)]
		var found []store.Answer
		for stage, name := range display.Stages {
			for at, tool := range cfg.Tools(stage) {
				found = append(found, store.Answer{Stage: name, Tool: tool, Present: (n*3+stage*5+at*2)%6 < 2+round})
			}
		}
		sheet, err := service.Enter(ctx, c, found)
		if err != nil {
			return err
		}
		if round < looks-1 {
			continue
		}
		if _, err := service.Take(ctx, sheet.ID, "", shelf(n)); err != nil {
			return err
		}
	}
	return nil
}

// shelf is a photo of a counter, as well as one can be drawn.
func shelf(n int) *bytes.Buffer {
	img := image.NewRGBA(image.Rect(0, 0, 320, 240))
	fill := func(x, y, w, h int, c color.Color) {
		draw.Draw(img, image.Rect(x, y, x+w, y+h), image.NewUniform(c), image.Point{}, draw.Src)
	}
	fill(0, 0, 320, 240, color.RGBA{236, 233, 226, 255})
	fill(0, 0, 320, 36, color.RGBA{31, 78, 121, 255})
	for row := range 3 {
		fill(16, 96+row*56, 288, 6, color.RGBA{140, 110, 80, 255})
		for box := range 6 {
			if (n+row*2+box)%5 > 0 { // some places are empty
				fill(24+box*47, 60+row*56+(box+n)%2*8, 36, 36-(box+n)%2*8, color.RGBA{uint8(90 + 25*((box+n)%6)), uint8(120 + 20*(row%3)), 150, 255})
			}
		}
	}
	var photo bytes.Buffer
	_ = png.Encode(&photo, img) // a buffer takes everything
	return &photo
}
