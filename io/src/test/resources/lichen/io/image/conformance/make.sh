#!/bin/sh
# Makes the files that ConformanceTest compares, in the current folder, with tools of Debian 12: webp, netpbm,
# libjpeg-turbo-progs, libtiff-tools, imagemagick.
#
# <picture>.<way>.<format> is a file, <picture>.pam what the reference decodes it to; files of one picture must decode
# alike, or this ends with an error.
set -eu

s=$(mktemp -d)
trap 'rm -rf "$s"' EXIT

# The pixels that a reference decoder gives for a file: kept, or compared with what is kept.
decoded() { # file, command
  file=$1
  shift
  "$@" | pamtopam >"$s/decoded"
  expected=${file%%.*}.pam
  if [ -e "$expected" ]; then
    cmp "$s/decoded" "$expected"
  else
    cp "$s/decoded" "$expected"
  fi
}

# Pictures to encode. Their sides are no multiples of a block; some are light and some dark, as decoders go wrong there.
size=37x29
convert -size $size -seed 5 plasma:tan-white -attenuate .3 +noise Gaussian -depth 8 "$s/light.ppm"
convert -size $size -seed 6 plasma:black-navy -attenuate .2 +noise Gaussian -depth 8 "$s/dark.ppm"
convert -size $size -seed 7 plasma:red-blue -depth 8 "$s/vivid.ppm"
convert -size $size -seed 8 plasma:yellow-teal -depth 16 "$s/deep.ppm"
convert -size $size gradient:white-black -colorspace gray -depth 8 "$s/alpha8.pgm"
convert -size $size gradient:white-black -colorspace gray -depth 16 "$s/alpha16.pgm"
ppmtopgm "$s/deep.ppm" >"$s/grey16.pgm"
for most in 255 15 3; do
  pamdepth -quiet $most "$s/grey16.pgm" >"$s/grey$most.pgm"
done
convert "$s/grey255.pgm" -threshold 50% -depth 1 "$s/grey1.pbm"
pnmquant -quiet 6 "$s/light.ppm" >"$s/few.ppm"
pnmquant -quiet 200 "$s/vivid.ppm" >"$s/many.ppm"

convert "$s/light.ppm" "$s/alpha8.pgm" -alpha off -compose CopyOpacity -composite "$s/clear.png"
convert "$s/deep.ppm" "$s/alpha16.pgm" -alpha off -compose CopyOpacity -composite "$s/clear16.png"
convert "$s/grey255.pgm" "$s/alpha8.pgm" -alpha off -compose CopyOpacity -composite "$s/cleargrey.png"

# WebP
webp() { # file, how to make it
  file=$1
  shift
  cwebp -quiet "$@" -o "$file"
  decoded "$file" dwebp -quiet -nodither "$file" -pam -o -
}
for method in 0 1 2 3 4 5 6; do
  for picture in light dark vivid; do
    webp "webp-$picture-method-$method.lossy.webp" -m $method "$s/$picture.ppm"
  done
done
webp webp-coarse.lossy.webp -q 5 "$s/light.ppm"
webp webp-fine.lossy.webp -q 100 "$s/vivid.ppm"
webp webp-simple-filter.lossy.webp -q 20 -nostrong -f 80 "$s/light.ppm"
webp webp-no-filter.lossy.webp -q 20 -f 0 -segments 1 "$s/dark.ppm"
webp webp-level.lossy.webp -q 30 -segments 1 "$s/vivid.ppm"
webp webp-sharp.lossy.webp -q 10 -sharpness 3 -f 90 -pass 6 "$s/vivid.ppm"
webp webp-partitions.lossy.webp -partition_limit 100 -q 40 "$s/light.ppm"
convert "$s/light.ppm" -define webp:partitions=3 -quality 60 webp-in-parts.lossy.webp
decoded webp-in-parts.lossy.webp dwebp -quiet -nodither webp-in-parts.lossy.webp -pam -o -
webp webp-sharp-yuv.lossy.webp -sharp_yuv "$s/vivid.ppm"
webp webp-clear.lossy.webp "$s/clear.png"
webp webp-clear-coarse.lossy.webp -alpha_q 30 "$s/clear.png"
for picture in light dark vivid; do
  webp "webp-$picture-lossless.best.webp" -lossless -m 6 -q 100 "$s/$picture.ppm"
  webp "webp-$picture-lossless.fast.webp" -lossless -m 0 -q 0 "$s/$picture.ppm"
done
webp webp-few.lossless.webp -lossless "$s/few.ppm"
webp webp-many.lossless.webp -lossless "$s/many.ppm"
webp webp-grey.lossless.webp -lossless "$s/grey255.pgm"
webp webp-near.lossless.webp -near_lossless 40 "$s/light.ppm"
webp webp-clear-lossless.webp -lossless -exact "$s/clear.png"

# JPEG
jpeg() { # file, cjpeg's options and the picture
  file=$1
  shift
  cjpeg "$@" >"$file"
  decoded "$file" djpeg -pnm "$file"
}
jpeg jpeg-444.baseline.jpg -sample 1x1 "$s/vivid.ppm"
jpeg jpeg-444.progressive.jpg -sample 1x1 -progressive "$s/vivid.ppm"
jpeg jpeg-422.baseline.jpg -sample 2x1 "$s/vivid.ppm"
jpeg jpeg-440.baseline.jpg -sample 1x2 "$s/vivid.ppm"
jpeg jpeg-420.baseline.jpg -sample 2x2 "$s/vivid.ppm"
jpeg jpeg-420.progressive.jpg -sample 2x2 -progressive "$s/vivid.ppm"
jpeg jpeg-420.optimized.jpg -sample 2x2 -optimize "$s/vivid.ppm"
jpeg jpeg-420.restart.jpg -sample 2x2 -restart 1B "$s/vivid.ppm"
jpeg jpeg-411.baseline.jpg -sample 4x1 "$s/vivid.ppm"
jpeg jpeg-light.baseline.jpg "$s/light.ppm"
jpeg jpeg-dark.baseline.jpg -quality 30 "$s/dark.ppm"
jpeg jpeg-grey.baseline.jpg -grayscale "$s/vivid.ppm"
jpeg jpeg-grey.progressive.jpg -grayscale -progressive "$s/vivid.ppm"
jpeg jpeg-rgb.baseline.jpg -rgb "$s/vivid.ppm"
jpeg jpeg-arithmetic.jpg -arithmetic "$s/vivid.ppm"

# Ink, inverted as Adobe does; YCCK is CMYK whose first three inks were made YCbCr, with another number in the mark
ink() { # file
  decoded "$1" convert "$1" -colorspace sRGB -depth 8 ppm:-
}
inks="-quality 100 -sampling-factor 1x1"
convert "$s/vivid.ppm" -colorspace CMYK $inks jpeg-cmyk.adobe.jpg
ink jpeg-cmyk.adobe.jpg
convert "$s/vivid.ppm" -colorspace CMYK -separate "$s/ink-%d.pgm"
convert "$s/ink-0.pgm" "$s/ink-1.pgm" "$s/ink-2.pgm" -negate -combine -colorspace YCbCr -separate -negate "$s/part-%d.pgm"
convert "$s/part-0.pgm" "$s/part-1.pgm" "$s/part-2.pgm" "$s/ink-3.pgm" -set colorspace CMYK -combine $inks "$s/ycck.jpg"
perl -0pe 's/(Adobe\0.\0\0\0\0)\0/$1\x02/s' "$s/ycck.jpg" >jpeg-ycck.adobe.jpg
ink jpeg-ycck.adobe.jpg

# TIFF
reference() {
  case $1 in
    *clear* | *associated*) convert "$1" pam:- ;;
    *16* | *32* | *64*) convert "$1" -depth 16 pnm:- ;;
    *) convert "$1" -depth 8 pnm:- ;;
  esac
}
tiff() { # file, a command that gives a TIFF
  file=$1
  shift
  "$@" >"$file"
  decoded "$file" reference "$file"
}
copied() { # file, tiffcp's options and the file to copy
  file=$1
  shift
  tiffcp "$@" "$file"
  decoded "$file" reference "$file"
}
tiff tiff-rgb8.raw.tif pamtotiff -quiet -none -truecolor "$s/vivid.ppm"
tiff tiff-rgb16.raw.tif pamtotiff -quiet -none -truecolor "$s/deep.ppm"
tiff tiff-grey1.raw.tif pamtotiff -quiet -none "$s/grey1.pbm"
tiff tiff-grey1.white.tif pamtotiff -quiet -none -miniswhite "$s/grey1.pbm"
tiff tiff-grey1.g3.tif pamtotiff -quiet -g3 "$s/grey1.pbm"
tiff tiff-grey1.g4.tif pamtotiff -quiet -g4 "$s/grey1.pbm"
copied tiff-grey1.fill.tif -c g4 -f lsb2msb tiff-grey1.g4.tif
tiff tiff-grey2.raw.tif pamtotiff -quiet -none "$s/grey3.pgm"
tiff tiff-grey4.raw.tif pamtotiff -quiet -none "$s/grey15.pgm"
tiff tiff-grey8.raw.tif pamtotiff -quiet -none "$s/grey255.pgm"
tiff tiff-grey8.white.tif pamtotiff -quiet -none -miniswhite "$s/grey255.pgm"
tiff tiff-grey16.raw.tif pamtotiff -quiet -none "$s/grey16.pgm"
tiff tiff-grey16.white.tif pamtotiff -quiet -none -miniswhite "$s/grey16.pgm"
tiff tiff-few.raw.tif pamtotiff -quiet -none -color "$s/few.ppm"
tiff tiff-many.raw.tif pamtotiff -quiet -none -color "$s/many.ppm"
tiff tiff-few.four-bits.tif pamtotiff -quiet -none -color -indexbits=4 "$s/few.ppm"
for depth in rgb8 rgb16 grey8 grey16; do
  from=tiff-$depth.raw.tif
  copied tiff-$depth.big-endian.tif -B $from
  copied tiff-$depth.lzw.tif -c lzw $from
  copied tiff-$depth.lzw-predictor.tif -c lzw:2 $from
  copied tiff-$depth.zip.tif -c zip $from
  copied tiff-$depth.zip-predictor-big-endian.tif -B -c zip:2 $from
  copied tiff-$depth.packbits.tif -c packbits $from
  copied tiff-$depth.tiles.tif -t -w 16 -l 16 -c zip $from
  copied tiff-$depth.strips.tif -r 5 -c lzw $from
done
from=tiff-rgb8.raw.tif
copied tiff-rgb8.planar.tif -p separate $from
copied tiff-rgb8.planar-lzw-predictor.tif -p separate -c lzw:2 $from
copied tiff-rgb8.planar-tiles.tif -p separate -t -w 16 -l 16 -c zip:2 -B $from
converted() { # file, the picture and convert's options
  file=$1
  shift
  convert "$@" "$file"
  decoded "$file" reference "$file"
}
for order in MSB LSB; do
  converted tiff-rgb16.planar-$order.tif "$s/deep.ppm" -interlace plane -endian $order -compress none
  converted tiff-rgb16.planar-zip-predictor-$order.tif "$s/deep.ppm" -interlace plane -endian $order \
    -compress Zip -define tiff:predictor=2
done
copied tiff-jpeg.ycbcr.tif -c jpeg:90 tiff-rgb8.raw.tif
copied tiff-jpeg-rgb.rgb.tif -c jpeg:90:r tiff-rgb8.raw.tif
copied tiff-jpeg-tiles.ycbcr.tif -c jpeg:90 -t -w 16 -l 16 tiff-rgb8.raw.tif
copied tiff-jpeg-grey.grey.tif -c jpeg:90 tiff-grey8.raw.tif
converted tiff-clear8.raw.tif "$s/clear.png" -compress none
converted tiff-clear8.zip.tif "$s/clear.png" -compress Zip
converted tiff-associated8.raw.tif "$s/clear.png" -compress none -define tiff:alpha=associated
converted tiff-ycbcr.raw.tif "$s/vivid.ppm" -colorspace YCbCr -compress none
floats="-define quantum:format=floating-point -compress Zip"
converted tiff-float32.zip-predictor.tif "$s/deep.ppm" -depth 32 $floats -define tiff:predictor=3
copied tiff-float32.raw.tif -c none tiff-float32.zip-predictor.tif
copied tiff-float32.big-endian.tif -c none -B tiff-float32.zip-predictor.tif
converted tiff-float16.zip.tif "$s/deep.ppm" -depth 16 $floats
converted tiff-float64.zip.tif "$s/deep.ppm" -depth 64 $floats
converted tiff-float32-grey.zip.tif "$s/grey16.pgm" -depth 32 $floats
converted tiff-associated16.raw.tif "$s/clear16.png" -compress none -define tiff:alpha=associated
converted tiff-clear16.zip-predictor.tif "$s/clear16.png" -compress Zip -define tiff:predictor=2
converted tiff-clear16.planar.tif "$s/clear16.png" -interlace plane -compress none
converted tiff-clear-grey.raw.tif "$s/cleargrey.png" -compress none
converted tiff-associated-grey.raw.tif "$s/cleargrey.png" -compress none -define tiff:alpha=associated
convert "$s/vivid.ppm" -colorspace CMYK -compress none tiff-cmyk.raw.tif
decoded tiff-cmyk.raw.tif convert tiff-cmyk.raw.tif -colorspace sRGB -depth 8 ppm:-
convert "$s/vivid.ppm" -colorspace CMYK -compress LZW tiff-cmyk.lzw.tif
decoded tiff-cmyk.lzw.tif convert tiff-cmyk.lzw.tif -colorspace sRGB -depth 8 ppm:-

# PNG
png() { # file, a command that gives a PNG
  file=$1
  shift
  "$@" >"$file"
  case $file in
    *key*) decoded "$file" convert "$file" pam:- ;; # pngtopam keeps pixels of the key's colour opaque
    *clear*) decoded "$file" pngtopam -quiet -alphapam "$file" ;;
    *) decoded "$file" pngtopam -quiet "$file" ;;
  esac
}
for way in plain interlaced; do
  case $way in plain) option= ;; *) option=-interlace ;; esac
  png png-grey1.$way.png pnmtopng -quiet $option "$s/grey1.pbm"
  png png-grey2.$way.png pnmtopng -quiet $option "$s/grey3.pgm"
  png png-grey4.$way.png pnmtopng -quiet $option "$s/grey15.pgm"
  png png-grey8.$way.png pnmtopng -quiet $option "$s/grey255.pgm"
  png png-grey16.$way.png pnmtopng -quiet $option "$s/grey16.pgm"
  png png-rgb8.$way.png pnmtopng -quiet $option -force "$s/vivid.ppm"
  png png-rgb16.$way.png pnmtopng -quiet $option "$s/deep.ppm"
  png png-few.$way.png pnmtopng -quiet $option "$s/few.ppm"
  png png-many.$way.png pnmtopng -quiet $option "$s/many.ppm"
  png png-clear-rgb8.$way.png pnmtopng -quiet $option -alpha "$s/alpha8.pgm" "$s/vivid.ppm"
  png png-clear-rgb16.$way.png pnmtopng -quiet $option -alpha "$s/alpha16.pgm" "$s/deep.ppm"
  png png-clear-grey8.$way.png pnmtopng -quiet $option -alpha "$s/alpha8.pgm" "$s/grey255.pgm"
  png png-clear-grey16.$way.png pnmtopng -quiet $option -alpha "$s/alpha16.pgm" "$s/grey16.pgm"
done
colour=$(head -c 16 "$s/few.ppm" | tail -c 3 | od -An -tu1 | awk '{ printf "rgb:%02x/%02x/%02x", $1, $2, $3 }')
png png-clear-palette.plain.png pnmtopng -quiet -transparent "$colour" "$s/few.ppm"
png png-clear-palette-alpha.plain.png pnmtopng -quiet -alpha "$s/alpha8.pgm" "$s/few.ppm"
png png-clear-rgb-key.plain.png pnmtopng -quiet -force -transparent "$colour" "$s/few.ppm"
png png-clear-grey-key.plain.png pnmtopng -quiet -transparent black "$s/grey15.pgm"
png png-clear-grey1-key.plain.png pnmtopng -quiet -transparent black "$s/grey1.pbm"
png png-clear-grey16-key.plain.png pnmtopng -quiet -transparent "$(head -c 17 "$s/grey16.pgm" | tail -c 2 | od -An -tx1 | tr -d ' ' | sed 's/.*/rgb:&\/&\/&/')" "$s/grey16.pgm"
png png-clear-rgb16-key.plain.png pnmtopng -quiet -transparent "$(head -c 21 "$s/deep.ppm" | tail -c 6 | od -An -tx1 | tr -d ' ' | sed 's/\(....\)\(....\)\(....\)/rgb:\1\/\2\/\3/')" "$s/deep.ppm"
