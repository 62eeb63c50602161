package gift

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what gift brings to the product.
var Feature = app.Feature{
	Name:  "gift",
	Files: files,
	Start: func(*app.Kit) {},
}
